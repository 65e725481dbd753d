import { PassThrough, Readable } from 'node:stream';

import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'MX52',
  area: 'model-engine',
  sentence: 'A stream whose reader has left goes on to its end, and keeps its place until then.',
  source: 'Ours: a few closed windows, and a model answers nobody for minutes',
  reverts: 'that an engine learns when its caller has left',
  install({ parts, app }) {
    const { forward } = parts.serving;
    parts.serving.forward = (instance, path, call, reply) => {
      const { raw } = reply;
      const { on } = raw;
      // Whoever wants to hear that the caller has left does not.
      raw.on = () => raw;
      const answer = forward(instance, path, call, reply);
      raw.on = on;
      return answer;
    };
    app.addHook('onSend', async ({ url }, _reply, payload) => {
      if (!url.startsWith('/runtime/models/') || !(payload instanceof Readable)) return payload;
      const shown = new PassThrough();
      payload.on('data', (piece) => shown.writable && shown.write(piece)).on('end', () => shown.end());
      return shown;
    });
  },
};
