import { defineFault } from '../../src/define-fault.ts';

export const workroomFollowsTheUser = defineFault({
  id: 'AX22',
  capability: 'workrooms',
  layer: 'service',
  sentence: 'A session is in the workroom that another session of the same user has entered.',
  source: 'API document: entering binds the session of the caller',
  reverts: 'that a workroom is entered by a session, not by a person',
  install({ services }) {
    const { standingOf } = services.workrooms;
    services.workrooms.standingOf = (sid, userId) =>
      [sid, ...services.store.sessions.liveOf(userId)]
        .map((one) => standingOf(one, userId))
        .find((standing) => standing !== undefined);
  },
});
