import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'A20b',
  area: 'authnz',
  sentence: 'The owner of a model cannot delete it.',
  source: 'ReBAC validation checklist: the viewer is refused with 403, the owner answered with 200',
  reverts: 'that a caller is who the relation says, by id and not by name',
  install({ parts }) {
    const { judge } = parts.relations;
    parts.relations.judge = (caller, tuple) =>
      judge(caller, { ...tuple, subject: { ...tuple.subject, id: caller.username } });
  },
};
