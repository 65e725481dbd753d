import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'AX23',
  area: 'authnz',
  sentence: 'A member who was removed from a workroom while being in it goes on acting in it.',
  source: 'A membership that is only asked for at the door',
  reverts: 'that each request asks whether its user still has a place in the workroom',
  install({ parts }) {
    const { standingOf } = parts.workrooms;
    parts.workrooms.standingOf = (sid, userId) => {
      const workroomId = parts.store.workroomSessions.find(sid);
      const member = parts.store.workroomMembers.find(workroomId ?? '', userId);
      return workroomId !== undefined && member ? { workroomId, role: member.role } : standingOf(sid, userId);
    };
  },
};
