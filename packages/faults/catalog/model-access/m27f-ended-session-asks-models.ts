import { isForAModel } from './is-for-a-model.ts';
import type { Regression } from './regression.ts';
import { requestUnderWay } from './request-under-way.ts';

export const regression: Regression = {
  id: 'M27f',
  area: 'model-engine',
  sentence: 'The access token of a session that was signed out still opens deployed models.',
  source: 'Ours: what is known of a token by its signature alone is not known to have ended',
  reverts: 'that the door of a model asks whether a session has ended',
  install({ parts, app }) {
    const underWay = requestUnderWay(app);
    const { sessionCounts } = parts;
    parts.sessionCounts = (sid) => isForAModel(underWay()) || sessionCounts(sid);
  },
};
