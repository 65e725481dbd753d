import { defineFault } from '../../src/define-fault.ts';
import { onRequest } from '../../inject/wire/on-request.ts';
import { withJson } from '../../inject/wire/with-json.ts';

export const anyAddress = defineFault({
  id: 'AX50b',
  capability: 'users',
  layer: 'wire',
  sentence: 'A user is created with an invalid e-mail address.',
  source: 'Notices and resets go there',
  reverts: 'that an address is checked',
  install: () =>
    onRequest(/ \/api\/auth\/users\//, (request) =>
      withJson(request, (user: { email?: unknown }) =>
        typeof user.email === 'string' && !user.email.includes('@')
          ? { ...user, email: 'accepted@example.com' }
          : user,
      ),
    ),
});
