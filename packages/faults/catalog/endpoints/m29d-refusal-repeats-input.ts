import { defineFault } from '../../src/define-fault.ts';

export const refusalRepeatsInput = defineFault({
  id: 'M29d',
  capability: 'endpoints',
  layer: 'service',
  sentence: 'A discovery that is not well formed is refused with its own secrets in the answer.',
  source:
    'Capability record models.external-endpoints: redirects are refused, secrets never echoed, errors typed',
  reverts: 'that the refusal leaves out what was sent',
  install({ http }) {
    http.addHook('preSerialization', async ({ url, body }, { statusCode }, payload) =>
      url.startsWith('/api/serving/external-endpoints') && statusCode === 422
        ? { ...(payload as object), input: body }
        : payload,
    );
  },
});
