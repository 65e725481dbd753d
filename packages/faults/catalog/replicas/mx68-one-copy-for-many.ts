import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'MX68',
  area: 'model-engine',
  sentence: 'One copy runs, however many were asked for.',
  source: 'OpenAPI document, CreateModelDeployment: starting_copies',
  reverts: 'that as many copies run as were asked for',
  install({ parts }) {
    const { deploy } = parts.serving;
    parts.serving.deploy = (asked) => deploy({ ...asked, copies: 1 });
  },
};
