import { changeQuestions } from '../../inject/service/change-questions.ts';
import { defineFault } from '../../src/define-fault.ts';

export const streamsMix = defineFault({
  id: 'MX1b',
  capability: 'streaming',
  layer: 'service',
  sentence: 'A stream that begins while another runs continues with the question of that one.',
  source: 'Users of a shared model read what was meant for others',
  reverts: 'that each stream answers its own question',
  install({ services }) {
    let under = 0;
    let before: Record<string, unknown> | undefined;
    changeQuestions(services, (question, reply) => {
      if (question['stream'] !== true) return question;
      const asked = under > 0 && before ? before : question;
      under += 1;
      before = question;
      reply.raw.on('close', () => void (under -= 1));
      return asked;
    });
  },
});
