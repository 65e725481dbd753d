import { changeQuestions } from '../../inject/service/change-questions.ts';
import { defineFault } from '../../src/define-fault.ts';

export const longTextEmbeddedInPart = defineFault({
  id: 'MX66',
  capability: 'embeddings',
  layer: 'service',
  sentence: 'A text longer than the context is embedded as far as it fits.',
  source: 'Ours: what stands at the end of a document is not found',
  reverts: 'that a text that does not fit is refused',
  install({ services }) {
    changeQuestions(services, (question) => {
      const { input } = question;
      return typeof input === 'string' ? { ...question, input: input.slice(0, 400) } : question;
    });
  },
});
