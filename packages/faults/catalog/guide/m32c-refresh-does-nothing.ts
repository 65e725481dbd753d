import { defineFault } from '../../src/define-fault.ts';

export const refreshDoesNothing = defineFault({
  id: 'M32c',
  capability: 'guide',
  layer: 'service',
  sentence: 'A refresh of the guide succeeds and leaves it as it was.',
  source: 'Kamiwaza documentation, novice-mode: the guide is refreshed when it is stale',
  reverts: 'that a refresh brings the guide up to date',
  install({ services }) {
    services.guide.refresh = async () => ({ updated: (await services.guide.list()).length, added: 0 });
  },
});
