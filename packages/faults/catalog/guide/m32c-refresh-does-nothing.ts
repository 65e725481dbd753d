import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'M32c',
  area: 'model-engine',
  sentence: 'A refresh of the guide succeeds and leaves it as it was.',
  source: 'Kamiwaza documentation, novice-mode: the guide is refreshed when it is stale',
  reverts: 'that a refresh brings the guide up to date',
  install({ parts }) {
    parts.guide.refresh = async () => ({ updated: (await parts.guide.list()).length, added: 0 });
  },
};
