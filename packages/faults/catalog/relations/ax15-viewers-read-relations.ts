import { defineFault } from '../../src/define-fault.ts';

export const viewersReadRelations = defineFault({
  id: 'AX15',
  capability: 'relations',
  layer: 'service',
  sentence: 'Every signed-in user may read who is related to which object.',
  source: 'Who has access to what is a map for an attacker, and reading looks harmless in a policy file',
  reverts: 'that only administrators read relations',
  install({ services }) {
    const { decide } = services.gateway;
    services.gateway.decide = (question) =>
      question.method === 'GET' && question.path.startsWith('/api/auth/tuples') && question.roles.length > 0
        ? { allow: true }
        : decide(question);
  },
});
