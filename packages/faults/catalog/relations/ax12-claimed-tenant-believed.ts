import { defaultTenant } from '../settings.ts';
import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'AX12',
  area: 'authnz',
  sentence: 'Whoever claims a tenant in a header is judged by its relations.',
  source: 'X-Tenant-Id belongs to the gateway as X-User-Id does (A9), and is forgotten as easily',
  reverts: 'that the tenant of a caller is not the caller’s to choose',
  install({ parts }) {
    parts.relations.tenantOf = ({ headers }) => String(headers['x-tenant-id'] ?? defaultTenant);
  },
};
