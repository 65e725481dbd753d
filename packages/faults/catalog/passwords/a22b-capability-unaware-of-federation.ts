import { defineFault } from '../../src/define-fault.ts';
import { jsonResponse } from '../../inject/wire/json-response.ts';
import { onResponse } from '../../inject/wire/on-response.ts';

export const capabilityUnawareOfFederation = defineFault({
  id: 'A22b',
  capability: 'passwords',
  layer: 'wire',
  sentence:
    'A user who signs in through another identity provider is told that the password can be changed here.',
  source: 'A form that is offered and then refused',
  reverts: 'that the capability knows who keeps the password',
  install: () =>
    onResponse(/ \/api\/auth\/users\/me\/password-capability$/, (response) =>
      response.status === 200
        ? jsonResponse(200, { available: true, reason: null }, response.headers)
        : response,
    ),
});
