import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'M17',
  area: 'model-engine',
  sentence: 'The log of a deployment that failed is empty.',
  source: 'uat-bot load-test-report-0.13.1',
  reverts: 'that the log holds what kept a deployment from serving',
  install({ parts }) {
    const { logLines } = parts.serving;
    parts.serving.logLines = async (id) =>
      parts.store.deployments.byId(id)?.status === 'FAILED' ? [] : logLines(id);
  },
};
