import { defineFault } from '../../src/define-fault.ts';
import { decide } from '@uat/platform';

export const defaultAllows = defineFault({
  id: 'AX58b',
  capability: 'policy',
  layer: 'service',
  sentence: 'What no rule of the policy names is allowed.',
  source: 'default_deny is read and not obeyed',
  reverts: 'that what no rule names is denied',
  install({ services }) {
    services.gateway.decide = (question) =>
      decide({ ...services.policy.current, default_deny: false }, question);
  },
});
