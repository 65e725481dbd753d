import { defineFault } from '../../src/define-fault.ts';
import { letThrough } from '../../inject/service/let-through.ts';

export const usersReadUsers = defineFault({
  id: 'A18',
  capability: 'roles',
  layer: 'service',
  sentence: 'Every signed-in user may read the list of users.',
  source: 'Kamiwaza capability auth.local-user-administration',
  reverts: 'that users are for administrators',
  install({ services }) {
    letThrough(
      services,
      ({ method, path, roles }) => method === 'GET' && path === '/api/auth/users' && roles.length > 0,
    );
  },
});
