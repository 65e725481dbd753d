import { defaultTenant } from '@uat/platform';
import { defineFault } from '../../src/define-fault.ts';

export const tenantDropped = defineFault({
  id: 'AX11',
  capability: 'relations',
  layer: 'service',
  sentence: 'A relation of another tenant counts in this one.',
  source: 'tenant_id is optional on the way in, and what is optional gets lost',
  reverts: 'that a relation stays in the tenant it was stated in',
  install({ services }) {
    const { add } = services.store.tuples;
    services.store.tuples.add = (tuple) => add({ ...tuple, tenant: defaultTenant });
  },
});
