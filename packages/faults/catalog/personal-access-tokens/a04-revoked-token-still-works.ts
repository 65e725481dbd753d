import { defineFault } from '../../src/define-fault.ts';

export const revokedTokenStillWorks = defineFault({
  id: 'A4',
  capability: 'personal-access-tokens',
  layer: 'service',
  sentence: 'A personal access token keeps working after its owner has revoked it.',
  source: 'SDK tests/integration/test_auth_live.py',
  reverts: 'that each use of a token asks whether it has been revoked',
  install({ services }) {
    services.tokens.isPatActive = (jti) => services.store.pats.byJti(jti) !== undefined;
  },
});
