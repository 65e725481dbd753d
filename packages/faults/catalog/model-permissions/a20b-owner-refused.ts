import { defineFault } from '../../src/define-fault.ts';

export const ownerRefused = defineFault({
  id: 'A20b',
  capability: 'model-permissions',
  layer: 'service',
  sentence: 'The owner of a model cannot delete it.',
  source: 'ReBAC validation checklist: the viewer is refused with 403, the owner answered with 200',
  reverts: 'that a caller is who the relation says, by id and not by name',
  install({ services }) {
    const { judge } = services.relations;
    services.relations.judge = (caller, tuple) =>
      judge(caller, { ...tuple, subject: { ...tuple.subject, id: caller.username } });
  },
});
