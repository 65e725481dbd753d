import { defineFault } from '../../src/define-fault.ts';

export const ephemeralWorkroomStays = defineFault({
  id: 'AX29',
  capability: 'workrooms',
  layer: 'service',
  sentence: 'An ephemeral workroom is still there after the session it was made in has ended.',
  source: 'API document: an ephemeral workroom is purged when its session ends',
  reverts: 'that the end of a session takes along its ephemeral workrooms',
  install({ services }) {
    services.workrooms.sessionEnded = (sid) => services.workrooms.leave(sid);
  },
});
