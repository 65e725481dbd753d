import { letThrough } from './let-through.ts';
import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'M30',
  area: 'model-engine',
  sentence: 'A user deploys models.',
  source: 'Capability documentation',
  reverts: 'that only administrators deploy',
  install({ parts }) {
    letThrough(
      parts,
      ({ method, path, roles }) =>
        method === 'POST' && path === '/api/serving/deploy_model' && roles.includes('user'),
    );
  },
};
