import { defineFault } from '../../src/define-fault.ts';
import { withEvents } from '../../inject/wire/with-events.ts';

export const streamMiscounts = defineFault({
  id: 'MW1',
  capability: 'streaming',
  layer: 'wire',
  heldOut: true,
  sentence: 'A stream counts one token too few, and its sum with it.',
  source: 'An off-by-one error in the count of a stream',
  reverts: 'that a stream tells how many tokens it cost',
  install: () => async (request, next) =>
    withEvents(await next(request), (event) =>
      event.replaceAll(
        /"(completion|total)_tokens":(\d+)/g,
        (_, kind: string, count: string) => `"${kind}_tokens":${Number(count) - 1}`,
      ),
    ),
});
