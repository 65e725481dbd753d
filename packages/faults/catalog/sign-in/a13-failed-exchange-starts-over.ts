import { defineFault } from '../../src/define-fault.ts';
import { onResponse } from '../../inject/wire/on-response.ts';
import { withHeaders } from '../../inject/wire/with-headers.ts';

export const failedExchangeStartsOver = defineFault({
  id: 'A13',
  capability: 'sign-in',
  layer: 'wire',
  sentence:
    'A sign-in whose code cannot be exchanged silently starts over, and a visitor whom the realm knows is redirected in circles.',
  source: 'Kamiwaza documentation 0.9.3, rebac-deployment-guide: wrong client secret',
  reverts: 'that a failed exchange is an error that is said',
  install: () =>
    onResponse(/ \/api\/auth\/callback/, (response) => {
      const hasFailed = /Invalid code|refused the exchange/.test(response.body.toString());
      if (!hasFailed) return response;
      const again = withHeaders(response, { location: '/api/auth/login', 'content-type': undefined });
      return { ...again, status: 302, body: Buffer.alloc(0) };
    }),
});
