import { defineFault } from '../../src/define-fault.ts';

export const usersSetBanners = defineFault({
  id: 'AX49d',
  capability: 'consent',
  layer: 'service',
  sentence: 'Every signed-in user may change the consent gate and the banners.',
  source: 'A rule for readers that a wildcard among the methods turns into one for writers',
  reverts: 'that the settings of consent and banners are for administrators',
  install({ services }) {
    const { decide } = services.gateway;
    services.gateway.decide = (question) =>
      question.path === '/api/security/admin/config' && question.roles.length > 0
        ? decide({ ...question, roles: ['admin'] })
        : decide(question);
  },
});
