import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'AX68b',
  area: 'authnz',
  sentence: 'A personal access token may be made that outlives the longest lifetime.',
  source: 'Ours: a bound that is published and not enforced',
  reverts: 'that a lifetime above the published bound is refused',
  install({ parts }) {
    parts.patRules = { ...parts.patRules, max_seconds: Number.MAX_SAFE_INTEGER };
  },
};
