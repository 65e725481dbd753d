import { Readable } from 'node:stream';
import type { WireResponse } from '../../src/wire/exchange.ts';

/** The response with other events in its stream (`data: {…}`); an event that becomes empty is left out. */
export function withEvents(response: WireResponse, change: (event: string) => string): WireResponse {
  const { events } = response;
  return events === undefined ? response : { ...response, events: Readable.from(changed(events, change)) };
}

async function* changed(source: Readable, change: (event: string) => string) {
  let rest = '';
  for await (const piece of source.setEncoding('utf8')) {
    const whole = `${rest}${piece}`.split('\n\n');
    rest = whole.pop() ?? '';
    for (const event of whole.map(change)) if (event !== '') yield `${event}\n\n`;
  }
  if (rest !== '') yield rest;
}
