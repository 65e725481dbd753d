import { defineFault } from '../../src/define-fault.ts';
import { onResponse } from '../../inject/wire/on-response.ts';
import { withJson } from '../../inject/wire/with-json.ts';

export const whoamiSaysAdministrator = defineFault({
  id: 'AW10',
  capability: 'roles',
  layer: 'wire',
  heldOut: true,
  sentence: 'Whoami tells every caller that they are an administrator.',
  source: 'Ours: programs offer what the answer allows',
  reverts: 'that whoami tells the roles that a caller has',
  install: () =>
    onResponse(/^GET \/api\/whoami$/, (response) =>
      response.status === 200
        ? withJson(response, (caller: { roles: string[] }) => ({
            ...caller,
            roles: [...caller.roles, 'admin'],
          }))
        : response,
    ),
});
