import { Readable } from 'node:stream';

import { defineFault } from '../../src/define-fault.ts';

export const usageDoesNotAddUp = defineFault({
  id: 'MX12',
  capability: 'inference',
  layer: 'service',
  sentence: 'The tokens of an answer do not add up.',
  source: 'People pay by usage',
  reverts: 'that usage counts prompt and answer',
  install({ http }) {
    http.addHook('onSend', async ({ url }, reply, payload) => {
      if (!url.startsWith('/runtime/models/') || !(payload instanceof Readable)) return payload;
      reply.removeHeader('content-length');
      return payload.map((chunk: Buffer) =>
        chunk.toString().replaceAll(/"total_tokens":\d+/g, '"total_tokens":1'),
      );
    });
  },
});
