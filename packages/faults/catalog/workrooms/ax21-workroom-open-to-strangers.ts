import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'AX21',
  area: 'authnz',
  sentence: 'Somebody who is no member of a workroom can look into it.',
  source: 'A forgotten membership check in the door that all routes of a workroom share',
  reverts: 'that a workroom is for its members and administrators only',
  install({ parts }) {
    const { roleIn } = parts.workrooms;
    parts.workrooms.roleIn = (workroomId, userId) =>
      roleIn(workroomId, userId) ?? (parts.store.workrooms.byId(workroomId) ? 'viewer' : undefined);
  },
};
