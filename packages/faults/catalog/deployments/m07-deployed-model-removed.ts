import { forceQuery } from '../../inject/service/force-query.ts';
import { defineFault } from '../../src/define-fault.ts';

export const deployedModelRemoved = defineFault({
  id: 'M7',
  capability: 'deployments',
  layer: 'service',
  sentence: 'A deployed model is removed without a warning.',
  source: 'ENG-2279',
  reverts: 'that only force removes a model that is deployed',
  install({ http }) {
    forceQuery(http, /^\/api\/models\/[\w-]+\/?(\?|$)/, true);
  },
});
