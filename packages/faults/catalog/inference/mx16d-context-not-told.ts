import { defineFault } from '../../src/define-fault.ts';

export const contextNotTold = defineFault({
  id: 'MX16d',
  capability: 'inference',
  layer: 'service',
  sentence: 'A deployment does not tell how long a prompt may be.',
  source: 'Ours: clients that cannot ask cut prompts at a guess',
  reverts: 'that a deployment tells its context window',
  install({ http }) {
    http.addHook('preSerialization', async (_request, _reply, payload) =>
      typeof payload === 'object' && payload !== null && 'context_window' in payload
        ? { ...payload, context_window: null }
        : payload,
    );
  },
});
