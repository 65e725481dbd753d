import { letThrough } from './let-through.ts';
import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'M30b',
  area: 'model-engine',
  sentence: 'A user stops deployments.',
  source: 'Capability documentation',
  reverts: 'that only administrators stop what is deployed',
  install({ parts }) {
    letThrough(
      parts,
      ({ method, path, roles }) =>
        method === 'DELETE' && /^\/api\/serving\/deployment\/[^/]+$/.test(path) && roles.includes('user'),
    );
  },
};
