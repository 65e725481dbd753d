import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'M18',
  area: 'model-engine',
  sentence: 'What a model thinks stays in its answers, although its config says that it is stripped.',
  source: 'SDK tests/integration/test_serving_workflow.py',
  reverts: 'that strip_thinking of a model config is heeded',
  install({ parts: { serving } }) {
    const { instanceOptions } = serving;
    serving.instanceOptions = async (deployment) => ({
      ...(await instanceOptions(deployment)),
      stripThinking: false,
    });
  },
};
