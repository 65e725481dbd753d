import { Readable } from 'node:stream';

import { defineFault } from '../../src/define-fault.ts';

export const streamHeldBack = defineFault({
  id: 'MX19',
  capability: 'streaming',
  layer: 'service',
  sentence: 'A stream comes in one go when its last word is made.',
  source: 'Proxies that buffer are the usual cause',
  reverts: 'that a stream is handed on piece by piece',
  install({ http }) {
    http.addHook('onSend', async ({ url }, _reply, payload) => {
      if (!url.startsWith('/runtime/models/') || !(payload instanceof Readable)) return payload;
      return Buffer.concat(await Array.fromAsync(payload));
    });
  },
});
