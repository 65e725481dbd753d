import { defineFault } from '../../src/define-fault.ts';
import { onResponse } from '../../inject/wire/on-response.ts';
import { withoutIdentity } from '../../inject/wire/without-identity.ts';

export const noIdentityOnPatch = defineFault({
  id: 'A24',
  capability: 'forward-auth',
  layer: 'wire',
  sentence: 'ForwardAuth lets a held PATCH request pass without naming the caller.',
  source: 'SDK test_auth_validate_forwardauth_endpoints',
  reverts: 'that each of the six verbs is answered with the identity headers',
  install: () => onResponse(/^PATCH \/api\/auth\/validate/, withoutIdentity),
});
