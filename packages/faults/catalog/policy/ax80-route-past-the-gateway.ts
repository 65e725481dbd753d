import type { Regression } from './regression.ts';
import { isForwardAuth } from './is-forward-auth.ts';
import { requestUnderWay } from './request-under-way.ts';

export const regression: Regression = {
  id: 'AX80',
  area: 'authnz',
  sentence:
    'Whoever is signed in reads the log of the platform, although forward authentication says that they may not.',
  source:
    'Ours: a router that is mounted past the guard; the policy stays right, and whoever asks only it sees nothing',
  reverts: 'that each route stands behind the gateway',
  install({ parts, app }) {
    const underWay = requestUnderWay(app);
    const { decide } = parts;
    parts.decide = (question) =>
      question.path === '/api/logger/platform' && question.roles.length > 0 && !isForwardAuth(underWay())
        ? { allow: true }
        : decide(question);
  },
};
