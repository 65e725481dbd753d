import { defineFault } from '../../src/define-fault.ts';
import { onResponse } from '../../inject/wire/on-response.ts';
import { withoutIdentity } from '../../inject/wire/without-identity.ts';

export const putWithoutIdentity = defineFault({
  id: 'A24b',
  capability: 'forward-auth',
  layer: 'wire',
  sentence: 'ForwardAuth at its second address lets a held PUT request pass without naming the caller.',
  source: 'SDK test_auth_validate_forwardauth_endpoints',
  reverts: 'that all three addresses answer alike',
  install: () => onResponse(/^PUT \/api\/auth\/forward\/validate/, withoutIdentity),
});
