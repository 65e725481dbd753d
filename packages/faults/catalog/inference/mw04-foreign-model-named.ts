import { defineFault } from '../../src/define-fault.ts';
import { isCompletion } from '../../inject/wire/completions.ts';
import { withEvents } from '../../inject/wire/with-events.ts';
import { withJson } from '../../inject/wire/with-json.ts';

export const foreignModelNamed = defineFault({
  id: 'MW4',
  capability: 'inference',
  layer: 'wire',
  heldOut: true,
  sentence: 'Every answer names a model of another vendor.',
  source: 'Proxies in front of several providers',
  reverts: 'that an answer names the model that gave it',
  install: () => async (request, next) => {
    const response = withEvents(await next(request), (event) =>
      event.replace(/"model":"[^"]*"/, '"model":"gpt-4"'),
    );
    return isCompletion(response, request)
      ? withJson(response, (answer: object) => ({ ...answer, model: 'gpt-4' }))
      : response;
  },
});
