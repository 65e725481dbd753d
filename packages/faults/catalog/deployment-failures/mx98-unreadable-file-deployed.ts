import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'MX98',
  area: 'model-engine',
  sentence: 'A file that no engine can read is shown as deployed.',
  source: 'Ours: whoever waits for a deployment takes its word',
  reverts: 'that a file that cannot be loaded fails its deployment',
  install({ parts }) {
    const { fail } = parts.serving;
    parts.serving.fail = async (id, failure) =>
      failure.code === 'MODEL_LOADING_FAILURE' ? parts.serving.enter(id, 'DEPLOYED') : fail(id, failure);
  },
};
