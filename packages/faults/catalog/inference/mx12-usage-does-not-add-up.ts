import { Readable } from 'node:stream';

import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'MX12',
  area: 'model-engine',
  sentence: 'The tokens of an answer do not add up.',
  source: 'People pay by usage',
  reverts: 'that usage counts prompt and answer',
  install({ app }) {
    app.addHook('onSend', async ({ url }, reply, payload) => {
      if (!url.startsWith('/runtime/models/') || !(payload instanceof Readable)) return payload;
      reply.removeHeader('content-length');
      return payload.map((chunk: Buffer) =>
        chunk.toString().replaceAll(/"total_tokens":\d+/g, '"total_tokens":1'),
      );
    });
  },
};
