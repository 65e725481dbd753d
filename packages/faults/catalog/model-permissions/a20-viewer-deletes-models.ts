import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'A20',
  area: 'authnz',
  sentence: 'A viewer deletes any model.',
  source: 'ReBAC validation checklist: the viewer is refused with 403, the owner answered with 200',
  reverts: 'that deleting takes a role above the viewer, and ownership',
  install({ parts }) {
    const { decide } = parts;
    const { judge } = parts.relations;
    const deletesModel = (method: string, path: string) =>
      method === 'DELETE' && path.startsWith('/api/models/');
    parts.decide = (question) =>
      question.roles.includes('viewer') && deletesModel(question.method, question.path)
        ? { allow: true }
        : decide(question);
    parts.relations.judge = (caller, tuple) =>
      caller.roles.includes('viewer')
        ? { allow: true, reason: 'relation viewer holds' }
        : judge(caller, tuple);
  },
};
