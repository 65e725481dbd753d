import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { isDeepStrictEqual } from 'node:util';
import type { WireFault } from '../define-fault.ts';
import type { Middleware, WireRequest, WireResponse } from '../wire/exchange.ts';
import type { SampleExchange, SampleExchanges } from './sample-exchanges.ts';

/** The first sample that a fault changes, as `POST /api/ping 200`; undefined when it changes none of them. */
export async function firstChange(
  fault: WireFault,
  samples: readonly SampleExchanges[],
): Promise<string | undefined> {
  for (const exchanges of samples) {
    const middleware = fault.install();
    for (const exchange of exchanges) if (await isChanged(middleware, exchange)) return nameOf(exchange);
  }
  // Some need requests that overlap.
  for (const [exchange] of samples) {
    if (exchange === undefined || exchange.request.method === 'GET') continue;
    const middleware = fault.install();
    const both = await Promise.all([isChanged(middleware, exchange), isChanged(middleware, exchange)]);
    if (both.includes(true)) return `${nameOf(exchange)}, twice at once`;
  }
  return undefined;
}

async function isChanged(middleware: Middleware, { request, response }: SampleExchange): Promise<boolean> {
  const sent: WireRequest[] = [];
  const given = withStream(response);
  const received = await middleware(request, async (passed) => {
    sent.push(passed);
    return given;
  });
  const [passed, ...more] = sent;
  if (passed === undefined || more.length > 0) return true;
  return (
    !isSame(passed, request) ||
    (received !== given && !isSame(await whole(received), await whole(withStream(response))))
  );
}

const isSame = (one: object, other: object) => one === other || isDeepStrictEqual({ ...one }, { ...other });

/** An event stream in the form in which a middleware meets it. */
function withStream(response: WireResponse): WireResponse {
  if (response.headers['content-type'] !== 'text/event-stream') return response;
  return { ...response, body: Buffer.alloc(0), events: Readable.from([response.body]) };
}

/** A response with its events read to their end; whether they came as a stream counts too. */
async function whole({ status, headers, body, events }: WireResponse) {
  const isStream = events !== undefined;
  const text = isStream ? await buffer(events) : body;
  return { status, headers: { ...headers }, text: text.toString('latin1'), isStream };
}

const nameOf = ({ request: { method, path }, response: { status } }: SampleExchange) =>
  `${method} ${path.split('?')[0]} ${status}`;
