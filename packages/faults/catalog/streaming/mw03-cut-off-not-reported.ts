import { defineFault } from '../../src/define-fault.ts';
import { withEvents } from '../../inject/wire/with-events.ts';

export const cutOffNotReported = defineFault({
  id: 'MW3',
  capability: 'streaming',
  layer: 'wire',
  heldOut: true,
  sentence: 'A stream that was cut off at its limit says that it came to its end.',
  source: 'OpenAI protocol: finish_reason is length',
  reverts: 'that a stream tells why it ended',
  install: () => async (request, next) =>
    withEvents(await next(request), (event) =>
      event.replace('"finish_reason":"length"', '"finish_reason":"stop"'),
    ),
});
