import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'AX52c',
  area: 'authnz',
  sentence: 'A user who is active again gets the sessions of before back.',
  source: 'A deactivation that only hides; whoever had stolen a session has it again',
  reverts: 'that a deactivation ends sessions for good',
  install({ parts }) {
    parts.endAccess = () => undefined;
  },
};
