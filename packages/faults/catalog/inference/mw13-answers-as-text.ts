import { defineFault } from '../../src/define-fault.ts';
import { isCompletion } from '../../inject/wire/completions.ts';
import { withHeaders } from '../../inject/wire/with-headers.ts';

export const answersAsText = defineFault({
  id: 'MW13',
  capability: 'inference',
  layer: 'wire',
  heldOut: true,
  sentence: 'Answers of models come as plain text.',
  source: 'OpenAI protocol: answers are application/json',
  reverts: 'that a model answers in JSON',
  install: () => async (request, next) => {
    const response = await next(request);
    return isCompletion(response, request)
      ? withHeaders(response, { 'content-type': 'text/plain' })
      : response;
  },
});
