import { changeEngineAnswers } from '../../inject/change-engine-answers.ts';
import { defineFault } from '../../src/define-fault.ts';

export const codeOfRefusalLost = defineFault({
  id: 'MX16b',
  capability: 'inference',
  layer: 'service',
  sentence: 'That a prompt was too long is told in words only, and not by a code.',
  source: 'Ours: clients shorten a conversation when they meet this code, and give up at any other error',
  reverts: 'that a refusal has a code',
  install(platform) {
    changeEngineAnswers(platform, '/chat/completions', (answer, status) => {
      if (status !== 400) return answer;
      return { error: { ...(answer['error'] as object), code: null } };
    });
  },
});
