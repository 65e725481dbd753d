import { defineFault } from '../../src/define-fault.ts';
import { onResponse } from '../../inject/wire/on-response.ts';
import { withEvents } from '../../inject/wire/with-events.ts';

export const usageDoesNotAddUp = defineFault({
  id: 'MX12',
  capability: 'inference',
  layer: 'wire',
  sentence: 'The tokens of an answer do not add up.',
  source: 'People pay by usage',
  reverts: 'that usage counts prompt and answer',
  install: () =>
    onResponse(/ \/runtime\/models\//, (response) => ({
      ...withEvents(response, ofOneToken),
      body: Buffer.from(ofOneToken(response.body.toString())),
    })),
});

const ofOneToken = (text: string) => text.replaceAll(/"total_tokens":\d+/g, '"total_tokens":1');
