import { defineFault } from '../../src/define-fault.ts';
import { withEvents } from '../../inject/wire/with-events.ts';

export const streamWithoutDone = defineFault({
  id: 'MW2',
  capability: 'streaming',
  layer: 'wire',
  heldOut: true,
  sentence: 'A stream ends without [DONE].',
  source: 'OpenAI protocol: data: [DONE] ends a stream',
  reverts: 'that a stream says when it is over',
  install: () => async (request, next) =>
    withEvents(await next(request), (event) => (event === 'data: [DONE]' ? '' : event)),
});
