import type { Regression } from './regression.ts';
import { decide } from '../gateway/policy.ts';

export const regression: Regression = {
  id: 'AX58b',
  area: 'authnz',
  sentence: 'What no rule of the policy names is allowed.',
  source: 'default_deny is read and not obeyed',
  reverts: 'that what no rule names is denied',
  install({ parts }) {
    parts.decide = (question) => decide({ ...parts.policy.current, default_deny: false }, question);
  },
};
