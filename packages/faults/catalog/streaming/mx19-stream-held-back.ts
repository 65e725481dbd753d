import { Readable } from 'node:stream';

import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'MX19',
  area: 'model-engine',
  sentence: 'A stream comes in one go when its last word is made.',
  source: 'Proxies that buffer are the usual cause',
  reverts: 'that a stream is handed on piece by piece',
  install({ app }) {
    app.addHook('onSend', async ({ url }, _reply, payload) => {
      if (!url.startsWith('/runtime/models/') || !(payload instanceof Readable)) return payload;
      return Buffer.concat(await Array.fromAsync(payload));
    });
  },
};
