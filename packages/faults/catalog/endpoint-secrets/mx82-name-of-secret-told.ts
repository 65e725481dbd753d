import { defineFault } from '../../src/define-fault.ts';

export const nameOfSecretTold = defineFault({
  id: 'MX82',
  capability: 'endpoint-secrets',
  layer: 'service',
  sentence: 'The answer of a discovery tells the name of the secret that was used.',
  source:
    'OpenAPI document, discoverExternalEndpoint: a stored secret is resolved by the server and never comes back',
  reverts: 'that the name of a secret does not come back',
  install({ http }) {
    http.addHook('preSerialization', async ({ url, body }, _reply, payload) =>
      url.startsWith('/api/serving/external-endpoints') ? { ...(payload as object), asked: body } : payload,
    );
  },
});
