import type { LookupAddress } from 'node:dns';
import { once } from 'node:events';
import { type IncomingMessage, request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import type { LookupFunction } from 'node:net';

import { DiscoveryFailure } from './discovery.ts';

/** Options of a request to an endpoint. */
export interface EndpointRequest {
  headers: Record<string, string>;
  /** The addresses that the host name resolved to; the connection goes to no other, even if the name changes. */
  addresses: readonly LookupAddress[];
  timeoutMilliseconds: number;
}

const longestAnswer = 1_000_000;

/** An endpoint's response, without following redirects. Throws connection and timeout errors. */
export async function requestEndpoint(
  url: URL,
  { headers, addresses, timeoutMilliseconds }: EndpointRequest,
): Promise<{ status: number; text: string }> {
  const signal = AbortSignal.timeout(timeoutMilliseconds);
  const request = url.protocol === 'https:' ? secureRequest : plainRequest;
  // A kept-alive connection may lead to another address, so no agent is used.
  const sent = request(url, { headers, signal, agent: false, lookup: resolvingTo(addresses) });
  sent.end();
  try {
    const [answer] = (await once(sent, 'response')) as [IncomingMessage];
    const status = answer.statusCode ?? 0;
    return { status, text: await boundedText(answer, status) };
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  } finally {
    sent.destroy();
  }
}

function resolvingTo(addresses: readonly LookupAddress[]): LookupFunction {
  return (_name, { all }, done) => {
    const [first] = addresses;
    if (all) done(null, [...addresses]);
    else if (first) done(null, first.address, first.family);
    else done(new Error('The host name has no address.'), '');
  };
}

async function boundedText(answer: AsyncIterable<Buffer>, status: number): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const piece of answer) {
    text += decoder.decode(piece, { stream: true });
    if (text.length > longestAnswer)
      throw new DiscoveryFailure('upstream_error', 'The response of the endpoint is too long.', status);
  }
  return text;
}
