import { defineFault } from '../../src/define-fault.ts';
import { letThrough } from '../../inject/service/let-through.ts';

export const usersPurge = defineFault({
  id: 'A23d',
  capability: 'sessions',
  layer: 'service',
  sentence: 'Every signed-in user may end the sessions of others.',
  source: 'Kamiwaza capability auth.session-revocation',
  reverts: 'that ending the sessions of others is for administrators',
  install({ services }) {
    letThrough(services, ({ path, roles }) => path.startsWith('/api/auth/sessions/') && roles.length > 0);
  },
});
