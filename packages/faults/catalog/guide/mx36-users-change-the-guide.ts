import { letThrough } from './let-through.ts';
import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'MX36',
  area: 'model-engine',
  sentence: 'Anybody who is no viewer changes the guide.',
  source: 'OpenAPI document: guide/import and guide/refresh are for administrators',
  reverts: 'that everybody is proposed what administrators chose',
  install({ parts }) {
    letThrough(parts, ({ path, roles }) => path.startsWith('/api/guide/') && roles.includes('user'));
  },
};
