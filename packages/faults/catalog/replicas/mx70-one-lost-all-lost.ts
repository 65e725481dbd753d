import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'MX70',
  area: 'model-engine',
  sentence: 'A copy that dies takes all others with it.',
  source: 'Ours: several copies are there for the day on which one dies',
  reverts: 'that the copies that are left go on',
  install({ parts }) {
    parts.serving.lost = (id, _instanceId, failure) => parts.serving.fail(id, failure);
  },
};
