import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'A3b',
  area: 'authnz',
  sentence: 'A personal access token made without naming an audience is refused everywhere.',
  source: 'SDK docs-local/00-server-defects.md',
  reverts: 'that the default audience is this platform',
  install({ parts }) {
    parts.patRules = { ...parts.patRules, default_audience: 'account' };
  },
};
