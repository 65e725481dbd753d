import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'M2b',
  area: 'model-engine',
  sentence: 'A model whose file is gone is said to be broken, so nobody downloads it again.',
  source: 'SDK develop: MUST_REDOWNLOAD is a state of its own',
  reverts: 'that a file that is gone is told from one that cannot be loaded',
  install({ parts }) {
    const { fail } = parts.serving;
    parts.serving.fail = (id, { code, message }) =>
      fail(id, { code: code === 'MUST_REDOWNLOAD' ? 'MODEL_LOADING_FAILURE' : code, message });
  },
};
