import { defineFault } from '../../src/define-fault.ts';
import { letThrough } from '../../inject/service/let-through.ts';

export const usersChangeUsers = defineFault({
  id: 'A18b',
  capability: 'roles',
  layer: 'service',
  sentence: 'A user may change users, and thereby make themselves an administrator.',
  source: 'One verb that is forgotten in a rule is enough',
  reverts: 'that a change of a user is for administrators, like everything else about users',
  install({ services }) {
    letThrough(
      services,
      ({ method, path, roles }) =>
        method === 'PUT' && path.startsWith('/api/auth/users/') && roles.includes('user'),
    );
  },
});
