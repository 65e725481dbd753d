import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'AX41',
  area: 'authnz',
  sentence: 'A sign-out ends wherever its address says.',
  source: 'A second door to the same redirect, which a check at the first does not close',
  reverts: 'that the front channel leads to the platform only',
  install({ parts }) {
    const { localPath } = parts;
    parts.localPath = (target, fallback) =>
      fallback === '/login' && target !== undefined && URL.canParse(target)
        ? target
        : localPath(target, fallback);
  },
};
