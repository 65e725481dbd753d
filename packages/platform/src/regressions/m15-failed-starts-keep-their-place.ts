import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'M15',
  area: 'model-engine',
  sentence: 'Each deployment that fails keeps its place, until none is left to start in.',
  source: 'uat-bot load-test-report-0.13.1, rev 4.13',
  reverts: 'that a start gives its place back however it ends',
  install({ parts }) {
    const { fail, starts } = parts.serving;
    parts.serving.fail = async (id, failure) => {
      void starts.take(new AbortController().signal);
      await fail(id, failure);
    };
  },
};
