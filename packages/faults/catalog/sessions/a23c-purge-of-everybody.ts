import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'A23c',
  area: 'authnz',
  sentence: 'A purge of one user signs out everybody who is no administrator.',
  source: 'A condition that is lost from a DELETE',
  reverts: 'that a purge ends the sessions of one user',
  install({ parts }) {
    const { endSessions } = parts;
    parts.endSessions = (userId, ...kept) => {
      const others = parts.store.users.list().filter(({ roles }) => !roles.includes('admin'));
      for (const { id } of kept.length > 0 ? [] : others) if (id !== userId) endSessions(id);
      return endSessions(userId, ...kept);
    };
  },
};
