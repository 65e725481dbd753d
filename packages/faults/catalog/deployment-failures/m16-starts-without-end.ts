import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'M16',
  area: 'model-engine',
  sentence: 'An engine that does not start in time is waited for all the same.',
  source: 'uat-bot load-test-report-0.13.1',
  reverts: 'that a start has a limit',
  install({ parts }) {
    const { startInstance } = parts.serving;
    parts.serving.startInstance = (options) => startInstance({ ...options, startSeconds: 3_600 });
  },
};
