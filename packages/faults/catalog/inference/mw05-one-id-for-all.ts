import { defineFault } from '../../src/define-fault.ts';
import { isCompletion } from '../../inject/wire/completions.ts';
import { withJson } from '../../inject/wire/with-json.ts';

export const oneIdForAll = defineFault({
  id: 'MW5',
  capability: 'inference',
  layer: 'wire',
  heldOut: true,
  sentence: 'All answers have the same id.',
  source: 'OpenAI protocol: the id is unique',
  reverts: 'that each answer has an id of its own',
  install: () => async (request, next) => {
    const response = await next(request);
    return isCompletion(response, request)
      ? withJson(response, (answer: object) => ({ ...answer, id: 'chatcmpl-1' }))
      : response;
  },
});
