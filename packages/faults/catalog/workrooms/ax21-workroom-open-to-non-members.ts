import { defineFault } from '../../src/define-fault.ts';

export const workroomOpenToNonMembers = defineFault({
  id: 'AX21',
  capability: 'workrooms',
  layer: 'service',
  sentence: 'A user who is not a member of a workroom can look into it.',
  source: 'A forgotten membership check in the guard that all routes of a workroom share',
  reverts: 'that a workroom is for its members and administrators only',
  install({ services }) {
    const { roleIn } = services.workrooms;
    services.workrooms.roleIn = (workroomId, userId) =>
      roleIn(workroomId, userId) ?? (services.store.workrooms.byId(workroomId) ? 'viewer' : undefined);
  },
});
