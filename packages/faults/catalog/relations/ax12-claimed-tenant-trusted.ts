import { currentRequest } from '../../inject/service/current-request.ts';
import { defineFault } from '../../src/define-fault.ts';

export const claimedTenantTrusted = defineFault({
  id: 'AX12',
  capability: 'relations',
  layer: 'service',
  sentence: 'A caller who claims a tenant in a header is judged by the relations of that tenant.',
  source: 'X-Tenant-Id belongs to the gateway as X-User-Id does (A9), and is forgotten as easily',
  reverts: 'that the tenant of a caller is not the caller’s to choose',
  install({ services, http }) {
    const request = currentRequest(http);
    const { holds } = services.relations;
    services.relations.holds = (tuple) =>
      holds({ ...tuple, tenant: String(request()?.headers['x-tenant-id'] ?? tuple.tenant) });
  },
});
