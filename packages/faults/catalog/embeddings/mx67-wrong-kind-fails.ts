import { defineFault } from '../../src/define-fault.ts';
import { replaceStatus } from '../../inject/wire/replace-status.ts';

export const wrongKindFails = defineFault({
  id: 'MX67',
  capability: 'embeddings',
  layer: 'wire',
  sentence: 'A model that is sent a request of the wrong kind answers with 500.',
  source: 'Ours: clients retry a 500, and would for ever',
  reverts: 'that a model says what it does not do',
  install: () => replaceStatus(/ \/runtime\/models\/.+\/(completions|embeddings)$/, 400, 500),
});
