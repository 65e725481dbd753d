import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'AX66c',
  area: 'authnz',
  sentence: 'A personal access token made without naming a scope has the highest.',
  source: 'Ours: a default that says more than anyone asked for',
  reverts: 'that the default scope is the one published',
  install({ parts }) {
    parts.patRules = { ...parts.patRules, default_scope: 'admin' };
  },
};
