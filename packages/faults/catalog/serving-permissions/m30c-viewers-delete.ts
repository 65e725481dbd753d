import { letThrough } from './let-through.ts';
import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'M30c',
  area: 'model-engine',
  sentence: 'A viewer deletes deployments.',
  source: 'Capability documentation',
  reverts: 'that only administrators delete deployments',
  install({ parts }) {
    letThrough(
      parts,
      ({ method, path, roles }) =>
        method === 'DELETE' && /^\/api\/serving\/.+\/delete$/.test(path) && roles.includes('viewer'),
    );
  },
};
