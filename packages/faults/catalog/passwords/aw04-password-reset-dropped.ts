import { defineFault } from '../../src/define-fault.ts';
import { onRequest } from '../../inject/wire/on-request.ts';
import { withHeaders } from '../../inject/wire/with-headers.ts';

export const passwordResetDropped = defineFault({
  id: 'AW4',
  capability: 'passwords',
  layer: 'wire',
  heldOut: true,
  sentence: 'A password that an administrator sets is dropped.',
  source: 'A request that is answered and never carried out',
  reverts: 'that an administrator sets the password of a user',
  install: () =>
    onRequest(/^POST \/api\/auth\/users\/[0-9a-f-]{36}\/password$/, (request) => ({
      ...withHeaders(request, { 'content-length': undefined }),
      method: 'GET',
      path: request.path.replace(/\/password$/, ''),
      body: Buffer.alloc(0),
    })),
});
