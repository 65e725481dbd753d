import { defineFault } from '../../src/define-fault.ts';

export const wishNeverShown = defineFault({
  id: 'MX90',
  capability: 'deploy-after-download',
  layer: 'service',
  sentence: 'A page that is loaded anew does not learn what is to be deployed.',
  source: 'OpenAPI document, get_pending_deployments: for the recovery of the state of pages',
  reverts: 'that wishes are shown while they wait',
  install({ http }) {
    http.addHook('preSerialization', async ({ url }, _reply, payload) =>
      url.startsWith('/api/models/pending_deployments')
        ? { ...(payload as object), pending_deployments: [], deployment_flags: {}, total_pending: 0 }
        : payload,
    );
  },
});
