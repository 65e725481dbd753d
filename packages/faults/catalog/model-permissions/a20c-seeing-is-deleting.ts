import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'A20c',
  area: 'authnz',
  sentence: 'Whoever may see a model may delete it.',
  source: 'ReBAC validation checklist: the viewer is refused with 403, the owner answered with 200',
  reverts: 'that deleting takes ownership and not just any relation',
  install({ parts }) {
    const { judge } = parts.relations;
    parts.relations.judge = (caller, tuple) => {
      const asViewer = judge(caller, { ...tuple, relation: 'viewer' });
      return asViewer.allow ? asViewer : judge(caller, tuple);
    };
  },
};
