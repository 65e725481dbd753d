import { defineFault } from '../../src/define-fault.ts';

export const refusalTellsExistence = defineFault({
  id: 'AX18',
  capability: 'model-permissions',
  layer: 'service',
  sentence: 'The way in which a deletion is refused reveals which models exist.',
  source: 'Anti-enumeration (A21) holds for reading, and is forgotten on the other verbs',
  reverts: 'that a missing model is refused in the same way as a foreign one',
  install({ services }) {
    const { guard } = services.relations;
    services.relations.tellsMissing = () => true;
    services.relations.guard = (request, source, relation, object) => {
      const decision = guard(request, source, relation, object);
      return services.store.models.byId(object.id) ? decision : { ...decision, allow: true };
    };
  },
});
