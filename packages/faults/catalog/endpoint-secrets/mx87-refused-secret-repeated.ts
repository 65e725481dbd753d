import { defineFault } from '../../src/define-fault.ts';

export const refusedSecretRepeated = defineFault({
  id: 'MX87',
  capability: 'endpoint-secrets',
  layer: 'service',
  sentence: 'A secret that is refused comes back in the refusal.',
  source: 'Ours: refusals are logged by clients, with all that is in them',
  reverts: 'that the refusal leaves out what was sent',
  install({ http }) {
    http.addHook('preSerialization', async ({ url, body }, { statusCode }, payload) =>
      url.startsWith('/api/catalog/secrets') && statusCode === 422
        ? { ...(payload as object), input: body }
        : payload,
    );
  },
});
