import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'AX29',
  area: 'authnz',
  sentence: 'An ephemeral workroom is still there after the session it was made in has ended.',
  source: 'API document: an ephemeral workroom is purged when its session ends',
  reverts: 'that the end of a session takes along its ephemeral workrooms',
  install({ parts }) {
    parts.workrooms.sessionEnded = (sid) => parts.workrooms.leave(sid);
  },
};
