import { PassThrough, Readable } from 'node:stream';

import { defineFault } from '../../src/define-fault.ts';

export const leftStreamGoesOn = defineFault({
  id: 'MX52',
  capability: 'streaming',
  layer: 'service',
  sentence: 'A stream whose reader has left runs to its end, and keeps its slot until then.',
  source: 'Ours: a few closed windows, and a model answers no one for minutes',
  reverts: 'that an engine learns when its caller has left',
  install({ services, http }) {
    const { forward } = services.serving;
    services.serving.forward = (instance, path, call, reply) => {
      const { raw } = reply;
      const { on } = raw;
      // Hides from the forwarder that the caller has left.
      raw.on = () => raw;
      const answer = forward(instance, path, call, reply);
      raw.on = on;
      return answer;
    };
    http.addHook('onSend', async ({ url }, _reply, payload) => {
      if (!url.startsWith('/runtime/models/') || !(payload instanceof Readable)) return payload;
      const shown = new PassThrough();
      payload.on('data', (piece) => shown.writable && shown.write(piece)).on('end', () => shown.end());
      return shown;
    });
  },
});
