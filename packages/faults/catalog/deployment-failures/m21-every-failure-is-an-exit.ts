import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'M21',
  area: 'model-engine',
  sentence: 'Whatever keeps a model from serving is told as CONTAINER_EXITED.',
  source: 'Kamiwaza docs, models/deployment',
  reverts: 'that failures are told by their cause',
  install({ parts }) {
    const { fail } = parts.serving;
    parts.serving.fail = (id, { code, message }) =>
      fail(id, { code: code === 'MUST_REDOWNLOAD' ? code : 'CONTAINER_EXITED', message });
  },
};
