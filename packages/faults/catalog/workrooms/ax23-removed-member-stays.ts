import { defineFault } from '../../src/define-fault.ts';

export const removedMemberStays = defineFault({
  id: 'AX23',
  capability: 'workrooms',
  layer: 'service',
  sentence: 'A member who is removed while in a workroom keeps acting in it.',
  source: 'A membership that is only checked on entering',
  reverts: 'that each request asks whether its user still has a place in the workroom',
  install({ services }) {
    const { standingOf } = services.workrooms;
    services.workrooms.standingOf = (sid, userId) => {
      const workroomId = services.store.workroomSessions.find(sid);
      const member = services.store.workroomMembers.find(workroomId ?? '', userId);
      return workroomId !== undefined && member ? { workroomId, role: member.role } : standingOf(sid, userId);
    };
  },
});
