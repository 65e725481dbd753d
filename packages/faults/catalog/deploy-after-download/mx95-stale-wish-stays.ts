import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'MX95',
  area: 'model-engine',
  sentence: 'A wish to deploy a model whose download was given up is there for ever.',
  source: 'OpenAPI document, cleanup_stale_deployments: no active downloads, not deployed',
  reverts: 'that cleaning up forgets what is stale',
  install({ parts }) {
    parts.wishes.isStale = () => false;
  },
};
