import { defineFault } from '../../src/define-fault.ts';
import { onResponse } from '../../inject/wire/on-response.ts';
import { withHeaders } from '../../inject/wire/with-headers.ts';

export const rolesMissingByPost = defineFault({
  id: 'AW9',
  capability: 'forward-auth',
  layer: 'wire',
  heldOut: true,
  sentence: 'A gateway that asks by POST is not told the roles.',
  source: 'Handlers per method that differ',
  reverts: 'that forward authentication names the roles whatever the method',
  install: () =>
    onResponse(/^POST \/api\/auth\/(forward\/)?validate/, (response) =>
      withHeaders(response, { 'x-user-roles': undefined }),
    ),
});
