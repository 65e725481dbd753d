import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'M2',
  area: 'model-engine',
  sentence: 'A deployment whose file is gone initializes for ever.',
  source: 'SDK develop: MUST_REDOWNLOAD was not terminal, 3600 s of waiting',
  reverts: 'that a file that is gone ends a start',
  install({ parts }) {
    const { fail } = parts.serving;
    parts.serving.fail = async (id, failure) => {
      if (failure.code !== 'MUST_REDOWNLOAD') await fail(id, failure);
    };
  },
};
