import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';

import { defineFault } from '../../src/define-fault.ts';

export const brokenTextGuessed = defineFault({
  id: 'MX102',
  capability: 'input-validation',
  layer: 'service',
  sentence: 'Text that is no UTF-8 is answered as if it were some other text.',
  source: 'Ours: a client that sends broken text learns of it from nobody',
  reverts: 'that a question is UTF-8',
  install({ http }) {
    http.addHook('preParsing', async ({ url, headers }, _reply, payload) => {
      if (!url.startsWith('/runtime/models/')) return payload;
      const guessed = Buffer.from(await text(payload));
      headers['content-length'] = String(guessed.length);
      return Readable.from([guessed]);
    });
  },
});
