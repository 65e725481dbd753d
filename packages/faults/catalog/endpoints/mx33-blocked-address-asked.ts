import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'MX33',
  area: 'model-engine',
  sentence: 'The discovery asks any address, those of the machine itself and of its cloud too.',
  source: 'Ours: by it a signed-in user reads what only the machine may',
  reverts: 'that some addresses are nobody to ask',
  install({ parts }) {
    parts.endpoints.isBlocked = () => false;
  },
};
