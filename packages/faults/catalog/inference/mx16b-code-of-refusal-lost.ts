import { defineFault } from '../../src/define-fault.ts';
import { onEngineResponse } from '../../inject/wire/on-engine-response.ts';

export const codeOfRefusalLost = defineFault({
  id: 'MX16b',
  capability: 'inference',
  layer: 'wire',
  sentence: 'A prompt that is too long is refused in words only, without a code.',
  source: 'Ours: clients shorten a conversation when they meet this code, and give up at any other error',
  reverts: 'that a refusal has a code',
  install: () =>
    onEngineResponse('/chat/completions', (answer, status) => {
      const error = answer['error'] as { code?: string } | undefined;
      const isTooLong = status === 400 && error?.code === 'context_length_exceeded';
      return isTooLong ? { error: { ...error, code: null } } : answer;
    }),
});
