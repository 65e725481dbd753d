import { defineFault } from '../../src/define-fault.ts';

export const seeingIsDeleting = defineFault({
  id: 'A20c',
  capability: 'model-permissions',
  layer: 'service',
  sentence: 'A user who may see a model may delete it.',
  source: 'ReBAC validation checklist: the viewer is refused with 403, the owner answered with 200',
  reverts: 'that deleting takes ownership and not just any relation',
  install({ services }) {
    const { judge } = services.relations;
    services.relations.judge = (caller, tuple) => {
      const asViewer = judge(caller, { ...tuple, relation: 'viewer' });
      return asViewer.allow ? asViewer : judge(caller, tuple);
    };
  },
});
