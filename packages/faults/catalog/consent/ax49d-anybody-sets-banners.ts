import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'AX49d',
  area: 'authnz',
  sentence: 'Everybody who is signed in may change the consent gate and the banners.',
  source: 'A rule for readers that a wildcard among the methods turns into one for writers',
  reverts: 'that the settings of consent and banners are for administrators',
  install({ parts }) {
    const { decide } = parts;
    parts.decide = (question) =>
      question.path === '/api/security/admin/config' && question.roles.length > 0
        ? decide({ ...question, roles: ['admin'] })
        : decide(question);
  },
};
