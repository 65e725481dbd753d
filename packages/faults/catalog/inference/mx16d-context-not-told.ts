import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'MX16d',
  area: 'model-engine',
  sentence: 'A deployment does not tell how long a prompt may be.',
  source: 'Ours: clients that cannot ask cut prompts at a guess',
  reverts: 'that a deployment tells its context window',
  install({ app }) {
    app.addHook('preSerialization', async (_request, _reply, payload) =>
      typeof payload === 'object' && payload !== null && 'context_window' in payload
        ? { ...payload, context_window: null }
        : payload,
    );
  },
};
