import { isForAModel } from './is-for-a-model.ts';
import type { Regression } from './regression.ts';
import { requestUnderWay } from './request-under-way.ts';

export const regression: Regression = {
  id: 'M27d',
  area: 'model-engine',
  sentence: 'A deployment answers whoever sends no credentials at all; only those that are sent are checked.',
  source: 'Ours: a filter that looks at a header is easily skipped where there is none',
  reverts: 'that a model is closed to callers without credentials',
  install({ parts, app }) {
    const underWay = requestUnderWay(app);
    const { decide } = parts;
    parts.decide = (question) => {
      const request = underWay();
      const showsNothing = request?.headers.authorization === undefined && !request?.cookies.access_token;
      return isForAModel(request) && showsNothing ? { allow: true } : decide(question);
    };
  },
};
