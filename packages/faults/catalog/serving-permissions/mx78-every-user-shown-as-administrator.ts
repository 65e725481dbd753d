import { defineFault } from '../../src/define-fault.ts';
import { onResponse } from '../../inject/wire/on-response.ts';
import { withJson } from '../../inject/wire/with-json.ts';

export const everyUserShownAsAdministrator = defineFault({
  id: 'MX78',
  capability: 'serving-permissions',
  layer: 'wire',
  sentence: 'A viewer is offered what only administrators may do.',
  source: 'Ours: buttons that lead to a refusal',
  reverts: 'that the console knows what a user may do',
  install: () =>
    onResponse(/ \/api\/auth\/users\/me$/, (response) =>
      withJson(response, (user: { roles?: string[] }) =>
        user.roles === undefined ? user : { ...user, roles: [...user.roles, 'admin'] },
      ),
    ),
});
