import { defineFault } from '../../src/define-fault.ts';
import { replaceStatus } from '../../inject/wire/replace-status.ts';

export const unreadableQuestionFails = defineFault({
  id: 'MX17',
  capability: 'input-validation',
  layer: 'wire',
  sentence: 'An unreadable question is answered with 500.',
  source: 'Bad input is never the fault of the server',
  reverts: 'that an unreadable question is refused',
  install: () => replaceStatus(/ \/runtime\/models\//, 400, 500),
});
