import { relations } from '../relations/relation.ts';
import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'AX16',
  area: 'authnz',
  sentence: 'Any relation to a thing counts for every other.',
  source: 'A lookup that forgets one column of its key finds too much, and allows it',
  reverts: 'that a relation is that relation and no other',
  install({ parts }) {
    const { holds } = parts.relations;
    parts.relations.holds = (tuple) => relations.some((relation) => holds({ ...tuple, relation }));
  },
};
