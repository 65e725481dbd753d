import { HttpError } from '../errors/http-error.ts';
import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'M14',
  area: 'model-engine',
  sentence: 'The state of the node is answered with 404.',
  source: 'SDK: /node/node_status was not routed in cluster mode',
  reverts: 'that the open probe of the node is served',
  install({ app }) {
    app.addHook('onRequest', async ({ url }) => {
      if (url.startsWith('/api/node/node_status')) throw new HttpError(404, 'Not Found');
    });
  },
};
