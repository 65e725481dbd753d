import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'MX121',
  area: 'model-engine',
  sentence: 'An endpoint is asked with the name of a stored secret instead of the secret.',
  source:
    'OpenAPI document, discoverExternalEndpoint: a stored secret is resolved by the server and never comes back',
  reverts: 'that the name is resolved',
  install({ parts }) {
    parts.secrets.valueFor = (urn) => urn;
  },
};
