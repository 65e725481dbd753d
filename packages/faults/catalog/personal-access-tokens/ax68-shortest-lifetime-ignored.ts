import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'AX68',
  area: 'authnz',
  sentence: 'A personal access token may be made that lives a second less than the shortest lifetime.',
  source: 'Ours: an off-by-one at the lower bound',
  reverts: 'that a lifetime below the published bound is refused',
  install({ parts }) {
    parts.patRules = { ...parts.patRules, min_seconds: parts.patRules.min_seconds - 1 };
  },
};
