import { defineFault } from '../../src/define-fault.ts';

export const relationsOutliveModel = defineFault({
  id: 'AX17',
  capability: 'model-permissions',
  layer: 'service',
  sentence: 'The owner of a deleted model keeps owning it.',
  source: 'Left relations are the access of tomorrow: they come alive with whatever gets the id',
  reverts: 'that a deleted model takes its relations along',
  install({ services }) {
    services.relations.forget = () => undefined;
  },
});
