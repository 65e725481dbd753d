import { defineFault } from '../../src/define-fault.ts';
import { letThrough } from '../../inject/service/let-through.ts';

export const usersChangePolicy = defineFault({
  id: 'AX58e',
  capability: 'policy',
  layer: 'service',
  sentence: 'A user may change the policy.',
  source: 'A user who may change the policy may do everything',
  reverts: 'that the policy is for administrators',
  install({ services }) {
    letThrough(services, ({ path, roles }) => path === '/api/auth/policy' && roles.includes('user'));
  },
});
