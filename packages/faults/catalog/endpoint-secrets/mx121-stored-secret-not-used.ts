import { defineFault } from '../../src/define-fault.ts';

export const storedSecretNotUsed = defineFault({
  id: 'MX121',
  capability: 'endpoint-secrets',
  layer: 'service',
  sentence: 'An endpoint receives the name of a stored secret instead of the secret.',
  source:
    'OpenAPI document, discoverExternalEndpoint: a stored secret is resolved by the server and never comes back',
  reverts: 'that the name is resolved',
  install({ services }) {
    services.secrets.valueFor = (urn) => urn;
  },
});
