import { defineFault } from '../../src/define-fault.ts';

export const viewerDeletesModels = defineFault({
  id: 'A20',
  capability: 'model-permissions',
  layer: 'service',
  sentence: 'A viewer deletes any model.',
  source: 'ReBAC validation checklist: the viewer is refused with 403, the owner answered with 200',
  reverts: 'that deleting takes a role above the viewer, and ownership',
  install({ services }) {
    const { decide } = services.gateway;
    const { judge } = services.relations;
    const deletesModel = (method: string, path: string) =>
      method === 'DELETE' && path.startsWith('/api/models/');
    services.gateway.decide = (question) =>
      question.roles.includes('viewer') && deletesModel(question.method, question.path)
        ? { allow: true }
        : decide(question);
    services.relations.judge = (caller, tuple) =>
      caller.roles.includes('viewer')
        ? { allow: true, reason: 'relation viewer holds' }
        : judge(caller, tuple);
  },
});
