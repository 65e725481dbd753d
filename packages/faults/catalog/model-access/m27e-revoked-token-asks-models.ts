import { isForAModel } from './is-for-a-model.ts';
import type { Regression } from './regression.ts';
import { requestUnderWay } from './request-under-way.ts';

export const regression: Regression = {
  id: 'M27e',
  area: 'model-engine',
  sentence: 'A revoked personal access token still opens deployed models.',
  source: 'Ours: scripts that ask models are where such tokens leak',
  reverts: 'that the door of a model asks whether a token has been revoked',
  install({ parts, app }) {
    const underWay = requestUnderWay(app);
    const { patCounts } = parts;
    parts.patCounts = (jti) => isForAModel(underWay()) || patCounts(jti);
  },
};
