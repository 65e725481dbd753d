import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'M22b',
  area: 'model-engine',
  sentence: 'A deployment gets its place, whatever memory it was to be kept.',
  source: 'Kamiwaza docs, placement',
  reverts: 'that the memory that is asked for counts',
  install({ parts }) {
    const { memoryNeed } = parts.serving;
    parts.serving.memoryNeed = (asked, model) => memoryNeed({ ...asked, memory: undefined }, model);
  },
};
