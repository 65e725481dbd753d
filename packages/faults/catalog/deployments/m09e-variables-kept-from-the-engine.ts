import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'M9e',
  area: 'model-engine',
  sentence: 'The variables of a deployment are shown, and its engine never gets them.',
  source: 'ENG-4068',
  reverts: 'that an engine starts with the variables of its deployment',
  install({ parts }) {
    const { startInstance } = parts.serving;
    parts.serving.startInstance = (options) => startInstance({ ...options, runtimeEnv: {} });
  },
};
