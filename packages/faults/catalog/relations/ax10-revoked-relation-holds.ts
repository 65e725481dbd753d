import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'AX10',
  area: 'authnz',
  sentence: 'A relation that was taken back goes on holding for whoever has used it before.',
  source: 'A cache of positive answers that nobody clears is the easiest way to make checks fast',
  reverts: 'that each check asks what is stated now',
  install({ parts }) {
    const { holds } = parts.relations;
    const seen = new Set<string>();
    parts.relations.holds = (tuple) => {
      const key = JSON.stringify(tuple);
      if (holds(tuple)) seen.add(key);
      return seen.has(key);
    };
  },
};
