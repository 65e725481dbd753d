import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'AX40',
  area: 'authnz',
  sentence: 'A sign-in can end at a foreign address that begins with a slash.',
  source: 'The classic open redirect: a check for a leading slash lets //host and /\\host pass',
  reverts: 'that the page to land on is read as a browser reads it',
  install({ parts }) {
    const { localPath } = parts;
    parts.localPath = (target, fallback) =>
      fallback === '/' && target?.startsWith('/') ? target : localPath(target, fallback);
  },
};
