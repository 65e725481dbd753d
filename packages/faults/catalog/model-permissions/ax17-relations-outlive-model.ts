import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'AX17',
  area: 'authnz',
  sentence: 'Whoever owned a deleted model still does.',
  source: 'Left relations are the access of tomorrow: they come alive with whatever gets the id',
  reverts: 'that a deleted model takes its relations along',
  install({ parts }) {
    parts.relations.forget = () => undefined;
  },
};
