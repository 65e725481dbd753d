import { defineFault } from '../../src/define-fault.ts';
import { isCompletion } from '../../inject/wire/completions.ts';
import { withJson } from '../../inject/wire/with-json.ts';

export const timeInMilliseconds = defineFault({
  id: 'MW22',
  capability: 'inference',
  layer: 'wire',
  heldOut: true,
  sentence: 'The time of an answer is given in milliseconds.',
  source: 'OpenAI protocol: created is in seconds',
  reverts: 'that created is in seconds',
  install: () => async (request, next) => {
    const response = await next(request);
    return isCompletion(response, request)
      ? withJson(response, (answer: { created: number }) => ({ ...answer, created: answer.created * 1_000 }))
      : response;
  },
});
