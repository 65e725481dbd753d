import { defineFault } from '../../src/define-fault.ts';
import { onResponse } from '../../inject/wire/on-response.ts';
import { withHeaders } from '../../inject/wire/with-headers.ts';

export const cookiesNotCleared = defineFault({
  id: 'AW7',
  capability: 'sign-out',
  layer: 'wire',
  heldOut: true,
  sentence: 'Cookies are not cleared when a user signs out.',
  source: 'Proxies that drop Set-Cookie headers',
  reverts: 'that signing out clears the cookies of the session',
  install: () =>
    onResponse(/ \/api\/auth\/logout/, (response) => withHeaders(response, { 'set-cookie': undefined })),
});
