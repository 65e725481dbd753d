import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'AX19',
  area: 'authnz',
  sentence: 'Denials are missing in the record of decisions.',
  source: 'An attempt is what an auditor looks for, and what a writer on the way of success forgets',
  reverts: 'that each decision is recorded, whatever it is',
  install({ parts }) {
    const { add } = parts.store.decisions;
    parts.store.decisions.add = (decision) => {
      if (decision.result === 'allow') add(decision);
    };
  },
};
