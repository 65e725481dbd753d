import { buffer } from 'node:stream/consumers';
import { defineFault } from '../../src/define-fault.ts';
import { onResponse } from '../../inject/wire/on-response.ts';

export const streamBuffered = defineFault({
  id: 'MX19',
  capability: 'streaming',
  layer: 'wire',
  sentence: 'A stream arrives in one piece when its last word has been made.',
  source: 'Proxies that buffer are the usual cause',
  reverts: 'that a stream is handed on piece by piece',
  install: () =>
    onResponse(/ \/runtime\/models\//, async (response) =>
      response.events === undefined
        ? response
        : { ...response, events: undefined, body: await buffer(response.events) },
    ),
});
