import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'M4',
  area: 'model-engine',
  sentence: 'A model for an engine that no node has is deployed with another engine.',
  source: 'SDK commits 334166b, e3d835e (ENG-6533): a host that cannot serve a model answers 5xx',
  reverts: 'that an engine that is not there is told',
  install({ parts }) {
    parts.serving.canRun = () => true;
  },
};
