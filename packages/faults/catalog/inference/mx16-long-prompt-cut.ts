import { changeQuestions } from '../../inject/service/change-questions.ts';
import { defineFault } from '../../src/define-fault.ts';

export const longPromptCut = defineFault({
  id: 'MX16',
  capability: 'inference',
  layer: 'service',
  sentence: 'A prompt longer than the context is silently cut.',
  source: 'An answer to half a question looks like an answer',
  reverts: 'that a prompt longer than the context is refused',
  install({ services }) {
    changeQuestions(services, ({ messages, ...question }) => ({
      ...question,
      messages: [{ role: 'user', content: JSON.stringify(messages).slice(0, 100) }],
    }));
  },
});
