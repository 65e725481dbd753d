import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'A23',
  area: 'authnz',
  sentence: 'A purge tells how many sessions there were and leaves them open.',
  source: 'Kamiwaza capability auth.session-revocation',
  reverts: 'that a purge ends sessions',
  install({ parts }) {
    const { endSessions } = parts;
    parts.endSessions = (userId, ...kept) =>
      kept.length > 0 ? endSessions(userId, ...kept) : parts.store.sessions.liveOf(userId).length;
  },
};
