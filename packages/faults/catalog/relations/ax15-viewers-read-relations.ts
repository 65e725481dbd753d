import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'AX15',
  area: 'authnz',
  sentence: 'Anybody who is signed in reads who stands how to what.',
  source: 'Who has access to what is a map for an attacker, and reading looks harmless in a policy file',
  reverts: 'that only administrators read relations',
  install({ parts }) {
    const { decide } = parts;
    parts.decide = (question) =>
      question.method === 'GET' && question.path.startsWith('/api/auth/tuples') && question.roles.length > 0
        ? { allow: true }
        : decide(question);
  },
};
