import type { Regression } from './regression.ts';
import { decide } from '../gateway/policy.ts';

export const regression: Regression = {
  id: 'AX58c',
  area: 'authnz',
  sentence: 'Another policy counts only after a restart.',
  source: 'The policy is kept where it was first read',
  reverts: 'that another policy counts at once',
  install({ parts }) {
    const first = parts.policy.current;
    parts.decide = (question) => decide(first, question);
  },
};
