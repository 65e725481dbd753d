import { defineFault } from '../../src/define-fault.ts';

export const oneSessionEndsAll = defineFault({
  id: 'A23e',
  capability: 'sessions',
  layer: 'service',
  sentence: 'Ending one session ends every session of that user.',
  source: 'Two functions of almost the same name',
  reverts: 'that one session is ended alone',
  install({ services }) {
    services.sessions.expel = (sid) => {
      const owners = services.store.users.list();
      const owner = owners.find(({ id }) => services.store.sessions.liveOf(id).includes(sid));
      if (owner) services.sessions.endAll(owner.id);
    };
  },
});
