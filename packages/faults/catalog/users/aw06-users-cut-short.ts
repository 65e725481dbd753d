import { defineFault } from '../../src/define-fault.ts';
import { onResponse } from '../../inject/wire/on-response.ts';
import { withJson } from '../../inject/wire/with-json.ts';

export const usersCutShort = defineFault({
  id: 'AW6',
  capability: 'users',
  layer: 'wire',
  heldOut: true,
  sentence: 'The list of users ends after two.',
  source: 'A default page size that clients do not know of',
  reverts: 'that an administrator sees every user',
  install: () =>
    onResponse(/^GET \/api\/auth\/users\/?$/, (response) =>
      response.status === 200 ? withJson(response, (users: unknown[]) => users.slice(0, 2)) : response,
    ),
});
