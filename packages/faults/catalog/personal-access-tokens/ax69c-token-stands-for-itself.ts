import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'AX69c',
  area: 'authnz',
  sentence:
    'To services behind the gateway the caller with a personal access token is the token, not its owner.',
  source: 'Ours: what they write down then names nobody',
  reverts: 'that a personal access token stands for its owner',
  install({ parts }) {
    const { identityHeaders } = parts;
    parts.identityHeaders = (identity, ...rest) =>
      identityHeaders(identity.kind === 'pat' ? { ...identity, sub: identity.jti } : identity, ...rest);
  },
};
