import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'M16b',
  area: 'model-engine',
  sentence: 'A busy engine turns nobody away: the line before it grows for ever.',
  source: 'uat-bot load-test-report-0.13.1: no back-pressure',
  reverts: 'that only so many may wait for an engine',
  install({ parts }) {
    const { startInstance } = parts.serving;
    parts.serving.startInstance = (options) => startInstance({ ...options, queue: 1_000_000 });
  },
};
