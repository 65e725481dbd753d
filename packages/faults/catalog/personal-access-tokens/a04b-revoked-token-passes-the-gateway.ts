import type { Regression } from './regression.ts';
import { isForwardAuth } from './is-forward-auth.ts';
import { requestUnderWay } from './request-under-way.ts';

export const regression: Regression = {
  id: 'A4b',
  area: 'authnz',
  sentence:
    'A revoked personal access token still passes forward authentication, and with it reaches every app behind the gateway.',
  source: 'Ours: of two doors one is easily forgotten',
  reverts: 'that forward authentication asks whether a token has been revoked',
  install({ parts, app }) {
    const underWay = requestUnderWay(app);
    const { patCounts } = parts;
    parts.patCounts = (jti) => isForwardAuth(underWay()) || patCounts(jti);
  },
};
