import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'MX96',
  area: 'model-engine',
  sentence: 'Cleaning up forgets models that are still on their way.',
  source: 'OpenAPI document, cleanup_stale_deployments: no active downloads, not deployed',
  reverts: 'that cleaning up keeps what is not stale',
  install({ parts }) {
    parts.wishes.isStale = () => true;
  },
};
