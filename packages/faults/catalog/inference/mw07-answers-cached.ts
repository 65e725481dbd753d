import type { WireResponse } from '../../src/wire/exchange.ts';
import { defineFault } from '../../src/define-fault.ts';
import { completions, isCompletion } from '../../inject/wire/completions.ts';
import { isRequest } from '../../inject/wire/is-request.ts';

export const answersCached = defineFault({
  id: 'MW7',
  capability: 'inference',
  layer: 'wire',
  heldOut: true,
  sentence: 'A question that was asked before is answered as it was then.',
  source: 'A cache that does not know temperature',
  reverts: 'that each question is answered anew',
  install() {
    const kept = new Map<string, WireResponse>();
    return async (request, next) => {
      if (!isRequest(request, completions)) return next(request);
      const question = `${request.path} ${request.headers.authorization} ${request.body.toString()}`;
      const known = kept.get(question);
      if (known) return known;
      const response = await next(request);
      if (isCompletion(response, request)) kept.set(question, response);
      return response;
    };
  },
});
