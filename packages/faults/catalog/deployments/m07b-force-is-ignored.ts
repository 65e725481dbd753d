import { forceQuery } from '../../inject/service/force-query.ts';
import { defineFault } from '../../src/define-fault.ts';

export const forceIsIgnored = defineFault({
  id: 'M7b',
  capability: 'deployments',
  layer: 'service',
  sentence: 'A deployed model cannot be removed, not even by force.',
  source: 'ENG-2279',
  reverts: 'that force removes a model that is deployed',
  install({ http }) {
    forceQuery(http, /^\/api\/models\/[\w-]+\/?(\?|$)/, false);
  },
});
