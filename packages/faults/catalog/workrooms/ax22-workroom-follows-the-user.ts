import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'AX22',
  area: 'authnz',
  sentence: 'A session is in the workroom that another session of the same person has entered.',
  source: 'API document: entering binds the session of the caller',
  reverts: 'that a workroom is entered by a session, not by a person',
  install({ parts }) {
    const { standingOf } = parts.workrooms;
    parts.workrooms.standingOf = (sid, userId) =>
      [sid, ...parts.store.sessions.liveOf(userId)]
        .map((one) => standingOf(one, userId))
        .find((standing) => standing !== undefined);
  },
};
