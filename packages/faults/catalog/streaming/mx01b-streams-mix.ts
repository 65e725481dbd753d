import { changeQuestions } from './change-questions.ts';
import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'MX1b',
  area: 'model-engine',
  sentence: 'A stream that begins while another runs goes on with the question of that one.',
  source: 'Whoever shares a model reads what was meant for somebody else',
  reverts: 'that each stream answers its own question',
  install({ parts }) {
    let under = 0;
    let before: Record<string, unknown> | undefined;
    changeQuestions(parts, (question, reply) => {
      if (question['stream'] !== true) return question;
      const asked = under > 0 && before ? before : question;
      under += 1;
      before = question;
      reply.raw.on('close', () => void (under -= 1));
      return asked;
    });
  },
};
