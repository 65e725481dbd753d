import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'A4',
  area: 'authnz',
  sentence: 'A personal access token goes on working after its owner has revoked it.',
  source: 'SDK tests/integration/test_auth_live.py',
  reverts: 'that each use of a token asks whether it has been revoked',
  install({ parts }) {
    parts.patCounts = (jti) => parts.store.pats.byJti(jti) !== undefined;
  },
};
