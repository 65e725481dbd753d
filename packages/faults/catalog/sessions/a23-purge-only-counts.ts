import { defineFault } from '../../src/define-fault.ts';

export const purgeOnlyCounts = defineFault({
  id: 'A23',
  capability: 'sessions',
  layer: 'service',
  sentence: 'A purge reports how many sessions there were and leaves them open.',
  source: 'Kamiwaza capability auth.session-revocation',
  reverts: 'that a purge ends sessions',
  install({ services }) {
    const { endAll: endSessions } = services.sessions;
    services.sessions.endAll = (userId, ...kept) =>
      kept.length > 0 ? endSessions(userId, ...kept) : services.store.sessions.liveOf(userId).length;
  },
});
