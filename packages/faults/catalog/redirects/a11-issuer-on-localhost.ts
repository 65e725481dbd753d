import { defineFault } from '../../src/define-fault.ts';

export const issuerOnLocalhost = defineFault({
  id: 'A11',
  capability: 'redirects',
  layer: 'service',
  sentence:
    'The realm believes it runs on another host than the one people use, and no browser gets through its sign-in.',
  source: 'Demo environments: fix_keycloak_hostname',
  reverts: 'that the issuer is below the public address',
  install({ services }) {
    const { host, hostname } = new URL(services.settings.publicUrl);
    const inside =
      hostname === 'localhost' ? host.replace('localhost', '127.0.0.1') : host.replace(hostname, 'localhost');
    const issuer = services.settings.issuer.replace(host, inside);
    Object.assign(services.settings, { issuer });
    services.tokens.expectations.issuer = issuer;
  },
});
