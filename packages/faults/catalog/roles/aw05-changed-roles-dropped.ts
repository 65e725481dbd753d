import { defineFault } from '../../src/define-fault.ts';
import { onRequest } from '../../inject/wire/on-request.ts';
import { withJson } from '../../inject/wire/with-json.ts';

export const changedRolesDropped = defineFault({
  id: 'AW5',
  capability: 'roles',
  layer: 'wire',
  heldOut: true,
  sentence: 'The roles in a change of a user are dropped.',
  source: 'A schema that does not know a field and removes it',
  reverts: 'that an administrator changes the roles of a user',
  install: () =>
    onRequest(/^PUT \/api\/auth\/users\/[0-9a-f-]{36}$/, (request) =>
      withJson(request, ({ roles: _, ...kept }: { roles?: string[] }) => kept),
    ),
});
