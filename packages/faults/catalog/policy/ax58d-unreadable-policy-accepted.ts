import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'AX58d',
  area: 'authnz',
  sentence: 'A policy that cannot be read is accepted in words and ignored in fact.',
  source: 'Whoever changes the policy believes that the change is in force',
  reverts: 'that a policy that is none is refused',
  install({ parts }) {
    const { replace } = parts.policy;
    parts.policy.replace = async (text) => (await replace(text)).slice(0, 0);
  },
};
