import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'AX66b',
  area: 'authnz',
  sentence: 'A personal access token of write scope can make one of admin scope.',
  source: 'Ours: whoever steals a weak token has a strong one a moment later',
  reverts: 'that a personal access token makes no other',
  install({ parts }) {
    parts.mayIssuePat = () => true;
  },
};
