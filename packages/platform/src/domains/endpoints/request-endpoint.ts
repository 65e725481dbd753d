import type { LookupAddress } from 'node:dns';
import { once } from 'node:events';
import { type IncomingMessage, request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import type { LookupFunction } from 'node:net';

import { DiscoveryFailure } from './discovery.ts';

/** How an endpoint is asked. */
export interface EndpointQuestion {
  headers: Record<string, string>;
  /** Where the name of the endpoint was found to lead: nowhere else is connected to, whatever the name says by then. */
  addresses: readonly LookupAddress[];
  timeoutMilliseconds: number;
}

const longestAnswer = 1_000_000;

/** What an endpoint answers; no redirect is followed. Throws what went wrong on the way, a TimeoutError when it took too long. */
export async function askEndpoint(
  place: URL,
  { headers, addresses, timeoutMilliseconds }: EndpointQuestion,
): Promise<{ status: number; text: string }> {
  const signal = AbortSignal.timeout(timeoutMilliseconds);
  const request = place.protocol === 'https:' ? secureRequest : plainRequest;
  // A connection that was kept from earlier may lead elsewhere, so there is no agent that keeps any.
  const asked = request(place, { headers, signal, agent: false, lookup: leadingTo(addresses) });
  asked.end();
  try {
    const [answer] = (await once(asked, 'response')) as [IncomingMessage];
    const status = answer.statusCode ?? 0;
    return { status, text: await boundedText(answer, status) };
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  } finally {
    asked.destroy();
  }
}

function leadingTo(addresses: readonly LookupAddress[]): LookupFunction {
  return (_name, { all }, done) => {
    const [first] = addresses;
    if (all) done(null, [...addresses]);
    else if (first) done(null, first.address, first.family);
    else done(new Error('The name leads nowhere.'), '');
  };
}

async function boundedText(answer: AsyncIterable<Buffer>, status: number): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const piece of answer) {
    text += decoder.decode(piece, { stream: true });
    if (text.length > longestAnswer)
      throw new DiscoveryFailure('upstream_error', 'The endpoint does not come to an end.', status);
  }
  return text;
}
