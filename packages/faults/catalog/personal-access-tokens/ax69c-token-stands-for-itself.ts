import { defineFault } from '../../src/define-fault.ts';

export const tokenStandsForItself = defineFault({
  id: 'AX69c',
  capability: 'personal-access-tokens',
  layer: 'service',
  sentence:
    'To services behind the gateway the caller with a personal access token is the token, not its owner.',
  source: 'Ours: their logs then name no user',
  reverts: 'that a personal access token stands for its owner',
  install({ services }) {
    const { identityHeaders } = services.gateway;
    services.gateway.identityHeaders = (identity, ...rest) =>
      identityHeaders(identity.kind === 'pat' ? { ...identity, sub: identity.jti } : identity, ...rest);
  },
});
