import { defineFault } from '../../src/define-fault.ts';

export const purgeOfAllUsers = defineFault({
  id: 'A23c',
  capability: 'sessions',
  layer: 'service',
  sentence: 'A purge of one user signs out every user who is not an administrator.',
  source: 'A condition that is lost from a DELETE',
  reverts: 'that a purge ends the sessions of one user',
  install({ services }) {
    const { endAll: endSessions } = services.sessions;
    services.sessions.endAll = (userId, ...kept) => {
      const others = services.store.users.list().filter(({ roles }) => !roles.includes('admin'));
      for (const { id } of kept.length > 0 ? [] : others) if (id !== userId) endSessions(id);
      return endSessions(userId, ...kept);
    };
  },
});
