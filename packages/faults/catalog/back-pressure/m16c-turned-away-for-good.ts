import { defineFault } from '../../src/define-fault.ts';

export const turnedAwayForGood = defineFault({
  id: 'M16c',
  capability: 'back-pressure',
  layer: 'service',
  sentence: 'Who is turned away by a busy engine is not told when to come again.',
  source: 'RFC 9110, 10.2.3: clients wait for as long as Retry-After says',
  reverts: 'that a busy engine says when it may have room',
  install({ http }) {
    http.addHook('onSend', async ({ url }, reply, payload) => {
      if (url.startsWith('/runtime/models/')) reply.removeHeader('retry-after');
      return payload;
    });
  },
});
