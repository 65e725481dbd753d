import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'AX18',
  area: 'authnz',
  sentence: 'By the way in which deleting is refused anybody finds out which models there are.',
  source: 'Anti-enumeration (A21) holds for reading, and is forgotten on the other verbs',
  reverts: 'that a missing model is refused as one of somebody else',
  install({ parts }) {
    const { guard } = parts.relations;
    parts.relations.tellsMissing = () => true;
    parts.relations.guard = (request, source, relation, object) => {
      const decision = guard(request, source, relation, object);
      return parts.store.models.byId(object.id) ? decision : { ...decision, allow: true };
    };
  },
};
