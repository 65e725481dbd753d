import { defineFault } from '../../src/define-fault.ts';
import { onResponse } from '../../inject/wire/on-response.ts';

export const longPromptFails = defineFault({
  id: 'MX101',
  capability: 'input-validation',
  layer: 'wire',
  sentence: 'A prompt of several megabytes makes the platform fail.',
  source: 'Bad input is never the fault of the server',
  reverts: 'that a prompt that is too long is refused',
  install: () =>
    onResponse(/ \/runtime\/models\//, (response, { body }) =>
      body.length > 1_000_000 ? { ...response, status: 500 } : response,
    ),
});
