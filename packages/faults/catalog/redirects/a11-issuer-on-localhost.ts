import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'A11',
  area: 'authnz',
  sentence:
    'The realm believes it lives on another host than the one people use, and no browser gets through its sign-in.',
  source: 'Demo environments: fix_keycloak_hostname',
  reverts: 'that the issuer lies under the public address',
  install({ parts }) {
    const { host, hostname } = new URL(parts.settings.publicUrl);
    const inside =
      hostname === 'localhost' ? host.replace('localhost', '127.0.0.1') : host.replace(hostname, 'localhost');
    const issuer = parts.settings.issuer.replace(host, inside);
    Object.assign(parts.settings, { issuer });
    parts.tokenExpectations.issuer = issuer;
  },
};
