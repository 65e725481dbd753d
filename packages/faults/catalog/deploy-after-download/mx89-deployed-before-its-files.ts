import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'MX89',
  area: 'model-engine',
  sentence: 'A model is deployed before its files are here.',
  source: 'OpenAPI document, download_and_deploy: downloads, and deploys after completion',
  reverts: 'that a wish waits for its files',
  install({ parts }) {
    parts.wishes.isReady = () => true;
  },
};
