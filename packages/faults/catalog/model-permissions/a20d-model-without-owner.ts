import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'A20d',
  area: 'authnz',
  sentence: 'Whoever enters a model in the catalogue does not own it.',
  source: 'ReBAC overview: creators get their relations by themselves',
  reverts: 'that a new model belongs to its creator',
  install({ parts }) {
    parts.relations.creatorRelations = ['editor', 'viewer'];
  },
};
