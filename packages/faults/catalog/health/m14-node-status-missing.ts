import { HttpError } from '@uat/platform';
import { defineFault } from '../../src/define-fault.ts';

export const nodeStatusMissing = defineFault({
  id: 'M14',
  capability: 'health',
  layer: 'service',
  sentence: 'The state of the node is answered with 404.',
  source: 'SDK: /node/node_status was not routed in cluster mode',
  reverts: 'that the open probe of the node is served',
  install({ http }) {
    http.addHook('onRequest', async ({ url }) => {
      if (url.startsWith('/api/node/node_status')) throw new HttpError(404, 'Not Found');
    });
  },
});
