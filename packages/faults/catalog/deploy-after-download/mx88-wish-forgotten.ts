import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'MX88',
  area: 'model-engine',
  sentence: 'A model that was to be deployed after its download stays undeployed.',
  source: 'OpenAPI document, download_and_deploy: downloads, and deploys after completion',
  reverts: 'that a wish is fulfilled when the files are here',
  install({ parts }) {
    parts.wishes.fulfilReady = () => undefined;
  },
};
