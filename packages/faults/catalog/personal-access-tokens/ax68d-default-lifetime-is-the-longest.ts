import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'AX68d',
  area: 'authnz',
  sentence: 'A personal access token made without naming a lifetime lives as long as any may.',
  source: 'Ours: a default that nobody reads',
  reverts: 'that the default lifetime is the one published',
  install({ parts }) {
    parts.patRules = { ...parts.patRules, default_seconds: parts.patRules.max_seconds };
  },
};
