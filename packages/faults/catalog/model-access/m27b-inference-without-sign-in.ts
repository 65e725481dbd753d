import { letThrough } from '../../inject/service/let-through.ts';
import { defineFault } from '../../src/define-fault.ts';

export const inferenceWithoutSignIn = defineFault({
  id: 'M27b',
  capability: 'model-access',
  layer: 'service',
  sentence: 'A deployment answers callers who are not signed in.',
  source: 'Capability documentation, openai-compatible-inference',
  reverts: 'that a bearer is needed to ask a model',
  install({ services }) {
    letThrough(services, ({ method, path }) => method === 'POST' && path.startsWith('/runtime/models/'));
  },
});
