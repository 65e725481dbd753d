import { defineFault } from '../../src/define-fault.ts';

export const requestedMemoryNotCounted = defineFault({
  id: 'M22b',
  capability: 'deployment-failures',
  layer: 'service',
  sentence: 'A deployment gets its slot, whatever memory it is to reserve.',
  source: 'Kamiwaza docs, placement',
  reverts: 'that the memory that is asked for counts',
  install({ services }) {
    const { memoryNeed } = services.serving;
    services.serving.memoryNeed = (asked, model) => memoryNeed({ ...asked, memory: undefined }, model);
  },
});
