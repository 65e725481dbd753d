import { defineFault } from '../../src/define-fault.ts';

export const modelWithoutOwner = defineFault({
  id: 'A20d',
  capability: 'model-permissions',
  layer: 'service',
  sentence: 'A user who registers a model in the catalogue does not own it.',
  source: 'ReBAC overview: creators get their relations by themselves',
  reverts: 'that a new model belongs to its creator',
  install({ services }) {
    services.relations.creatorRelations = ['editor', 'viewer'];
  },
});
