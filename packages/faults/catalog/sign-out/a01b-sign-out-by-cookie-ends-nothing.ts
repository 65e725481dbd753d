import { defineFault } from '../../src/define-fault.ts';
import { onRequest } from '../../inject/wire/on-request.ts';
import { withHeaders } from '../../inject/wire/with-headers.ts';

export const signOutByCookieEndsNothing = defineFault({
  id: 'A1b',
  capability: 'sign-out',
  layer: 'wire',
  sentence:
    'Signing out by cookie clears the cookies and leaves the session alive for anyone who has a copy of them.',
  source: 'ENG-6911; the same gap at the entry point that applications without a bearer use',
  reverts: 'that a sign-out ends the session behind the cookie as it ends the one behind the bearer',
  install: () =>
    onRequest(/ \/api\/auth\/logout/, (request) =>
      request.headers.authorization === undefined ? withHeaders(request, { cookie: undefined }) : request,
    ),
});
