import { letThrough } from './let-through.ts';
import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'M27b',
  area: 'model-engine',
  sentence: 'A deployment answers whoever is not signed in.',
  source: 'Capability documentation, openai-compatible-inference',
  reverts: 'that a bearer is needed to ask a model',
  install({ parts }) {
    letThrough(parts, ({ method, path }) => method === 'POST' && path.startsWith('/runtime/models/'));
  },
};
