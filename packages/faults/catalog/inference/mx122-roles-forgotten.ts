import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';

import { defineFault } from '../../src/define-fault.ts';

export const rolesForgotten = defineFault({
  id: 'MX122',
  capability: 'inference',
  layer: 'service',
  sentence: 'A model reads a conversation as one text, whoever said what.',
  source: 'Ours: rules of the system that are read as the words of a user are no rules',
  reverts: 'that a conversation is put to a model by its template',
  install({ http }) {
    http.addHook('preParsing', async ({ url, headers }, _reply, payload) => {
      if (!url.endsWith('/v1/chat/completions')) return payload;
      const sent = await text(payload);
      const asked = readable(sent);
      const content = asked?.messages?.map((one) => one.content).join(' ');
      const changed = Buffer.from(
        asked?.messages?.length ? JSON.stringify({ ...asked, messages: [{ role: 'user', content }] }) : sent,
      );
      headers['content-length'] = String(changed.length);
      return Readable.from([changed]);
    });
  },
});

function readable(sent: string): { messages?: { content: unknown }[] } | undefined {
  try {
    return JSON.parse(sent);
  } catch {
    return undefined;
  }
}
