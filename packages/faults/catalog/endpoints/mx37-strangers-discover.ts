import { letThrough } from './let-through.ts';
import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'MX37',
  area: 'model-engine',
  sentence: 'Whoever is not signed in lets the platform ask other machines.',
  source: 'OpenAPI document: external-endpoints/discover is for whoever is signed in',
  reverts: 'that strangers send no requests from where the platform stands',
  install({ parts }) {
    letThrough(parts, ({ path }) => path === '/api/serving/external-endpoints/discover');
  },
};
