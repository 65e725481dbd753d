import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'A23e',
  area: 'authnz',
  sentence: 'Ending one session ends every session of that user.',
  source: 'Two functions of almost the same name',
  reverts: 'that one session is ended alone',
  install({ parts }) {
    parts.expelSession = (sid) => {
      const owners = parts.store.users.list();
      const owner = owners.find(({ id }) => parts.store.sessions.liveOf(id).includes(sid));
      if (owner) parts.endSessions(owner.id);
    };
  },
};
