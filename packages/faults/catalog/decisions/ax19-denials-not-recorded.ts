import { defineFault } from '../../src/define-fault.ts';

export const denialsNotRecorded = defineFault({
  id: 'AX19',
  capability: 'decisions',
  layer: 'service',
  sentence: 'Denials are missing from the record of decisions.',
  source: 'An attempt is what an auditor looks for, and what a writer on the way of success forgets',
  reverts: 'that each decision is recorded, whatever it is',
  install({ services }) {
    const { add } = services.store.decisions;
    services.store.decisions.add = (decision) => {
      if (decision.result === 'allow') add(decision);
    };
  },
});
