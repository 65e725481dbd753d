import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';

import { askEndpoint, type EndpointQuestion } from './request-endpoint.ts';
import { type DiscoveredModel, DiscoveryFailure, type DiscoveryRequest } from './discovery.ts';
import { isBlocked } from './is-blocked.ts';
import { placeOf, providerOf } from './providers.ts';

/** The decisions about endpoints of other providers. */
export interface EndpointParts {
  /** Where a name leads right now; an address leads to itself. Throws when nobody knows the name. */
  addressesOf(hostname: string): Promise<LookupAddress[]>;
  /** Addresses that are never asked. */
  isBlocked(address: string): boolean;
  /** What the endpoint answers. A redirect is not followed: the key would go where it leads. */
  ask(place: URL, question: EndpointQuestion): Promise<{ status: number; text: string }>;
  /** The longest that an endpoint may take. */
  timeoutMilliseconds: number;
  /** What went wrong, by the status that the endpoint answered with; undefined for a good one. */
  failureOf(status: number): DiscoveryFailure | undefined;
  /** What went wrong where there was no answer. */
  failureWithout(error: unknown): DiscoveryFailure;
  /** The models that an endpoint offers. Throws a DiscoveryFailure. */
  discover(request: DiscoveryRequest): Promise<DiscoveredModel[]>;
}

/** The decisions in their true form; each reaches the others through `own()`, at the time of the call. */
export function createEndpointParts(own: () => EndpointParts): EndpointParts {
  return {
    addressesOf: (hostname) => lookup(hostname.replaceAll(/[[\]]/g, ''), { all: true }),
    isBlocked,
    ask: askEndpoint,
    timeoutMilliseconds: 5_000,
    failureOf,
    failureWithout,
    async discover(request) {
      const provider = providerOf(request);
      const place = placeOf(request.baseUrl, provider);
      const headers = request.apiKey === undefined ? {} : provider.headers(request.apiKey);
      let answer: { status: number; text: string };
      try {
        const addresses = await own().addressesOf(place.hostname);
        if (addresses.some(({ address }) => own().isBlocked(address)))
          throw new DiscoveryFailure('network_blocked', 'No endpoint may lie at this address.');
        const { timeoutMilliseconds } = own();
        answer = await own().ask(place, { headers, addresses, timeoutMilliseconds });
      } catch (error) {
        throw error instanceof DiscoveryFailure ? error : own().failureWithout(error);
      }
      const { status, text } = answer;
      const failure = own().failureOf(status);
      if (failure) throw failure;
      try {
        return provider.models(JSON.parse(text));
      } catch (cause) {
        const message = 'The endpoint answered, but not with a list of models.';
        throw new DiscoveryFailure('upstream_error', message, status, { cause });
      }
    },
  };
}

function failureOf(status: number): DiscoveryFailure | undefined {
  if (status >= 200 && status < 300) return undefined;
  if (status === 401 || status === 403)
    return new DiscoveryFailure('invalid_credentials', 'The endpoint refuses the credentials.', status);
  if (status === 404)
    return new DiscoveryFailure('not_found', 'There is no list of models at this address.', status);
  if (status === 429)
    return new DiscoveryFailure('rate_limited', 'The endpoint has been asked too often.', status);
  if (status >= 300 && status < 400)
    return new DiscoveryFailure('upstream_error', 'The endpoint redirects, which is not followed.', status);
  return new DiscoveryFailure('upstream_error', `The endpoint answered with ${status}.`, status);
}

function failureWithout(error: unknown): DiscoveryFailure {
  if (error instanceof Error && error.name === 'TimeoutError')
    return new DiscoveryFailure('timeout', 'The endpoint did not answer in time.', undefined, {
      cause: error,
    });
  const code = codeOf(error);
  if (
    /^(ERR_TLS|ERR_SSL|ERR_OSSL|EPROTO|CERT_|CRL_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|INVALID_|HOSTNAME_)/.test(
      code,
    )
  )
    return new DiscoveryFailure('tls_error', `The endpoint cannot be trusted (${code}).`, undefined, {
      cause: error,
    });
  if (/^(ECONNRESET|HPE_)/.test(code))
    return new DiscoveryFailure('upstream_error', 'The endpoint hung up.', undefined, { cause: error });
  return new DiscoveryFailure('network_blocked', 'The endpoint cannot be reached.', undefined, {
    cause: error,
  });
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
