import { defaultTenant } from '../settings.ts';
import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'AX11',
  area: 'authnz',
  sentence: 'A relation of another tenant counts in this one.',
  source: 'tenant_id is optional on the way in, and what is optional gets lost',
  reverts: 'that a relation stays in the tenant it was stated in',
  install({ parts }) {
    const { add } = parts.store.tuples;
    parts.store.tuples.add = (tuple) => add({ ...tuple, tenant: defaultTenant });
  },
};
