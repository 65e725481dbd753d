import { defineFault } from '../../src/define-fault.ts';
import { decide } from '@uat/platform';

export const policyUntilRestart = defineFault({
  id: 'AX58c',
  capability: 'policy',
  layer: 'service',
  sentence: 'Another policy counts only after a restart.',
  source: 'The policy is kept where it was first read',
  reverts: 'that another policy counts at once',
  install({ services }) {
    const first = services.policy.current;
    services.gateway.decide = (question) => decide(first, question);
  },
});
