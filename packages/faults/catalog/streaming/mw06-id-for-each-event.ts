import { defineFault } from '../../src/define-fault.ts';
import { withEvents } from '../../inject/wire/with-events.ts';

export const idForEachEvent = defineFault({
  id: 'MW6',
  capability: 'streaming',
  layer: 'wire',
  heldOut: true,
  sentence: 'Each event of a stream has an id of its own.',
  source: 'OpenAI protocol: each chunk has the same id',
  reverts: 'that the events of one stream have one id',
  install() {
    let count = 0;
    return async (request, next) =>
      withEvents(await next(request), (event) => event.replace('"id":"chatcmpl-', `"id":"${(count += 1)}-`));
  },
});
