import { defineFault } from '../../src/define-fault.ts';
import { onRequest } from '../../inject/wire/on-request.ts';
import { withHeaders } from '../../inject/wire/with-headers.ts';

export const signOutOfTheBrowserOnly = defineFault({
  id: 'A1e',
  capability: 'sign-out',
  layer: 'wire',
  sentence: 'Signing out clears the browser’s cookies and ends nothing on the platform.',
  source: 'ENG-6911; Kamiwaza API document: logout revokes the tokens',
  reverts: 'that a sign-out ends the session on the platform',
  install: () =>
    onRequest(/ \/api\/auth\/logout/, (request) =>
      withHeaders(request, { cookie: undefined, authorization: undefined }),
    ),
});
