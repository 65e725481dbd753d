import { relations } from '@uat/platform';
import { defineFault } from '../../src/define-fault.ts';

export const anyRelationWillDo = defineFault({
  id: 'AX16',
  capability: 'relations',
  layer: 'service',
  sentence: 'Any relation to an object counts as every other.',
  source: 'A lookup that forgets one column of its key finds too much, and allows it',
  reverts: 'that a relation is that relation and no other',
  install({ services }) {
    const { holds } = services.relations;
    services.relations.holds = (tuple) => relations.some((relation) => holds({ ...tuple, relation }));
  },
});
