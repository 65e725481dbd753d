import { defineFault } from '../../src/define-fault.ts';

export const thoughtsNotStripped = defineFault({
  id: 'M18',
  capability: 'inference',
  layer: 'service',
  sentence: 'The thoughts of a model stay in its answers, although its config says that they are stripped.',
  source: 'SDK tests/integration/test_serving_workflow.py',
  reverts: 'that strip_thinking of a model config is heeded',
  install({ services: { serving } }) {
    const { instanceOptions } = serving;
    serving.instanceOptions = async (deployment) => ({
      ...(await instanceOptions(deployment)),
      stripThinking: false,
    });
  },
});
