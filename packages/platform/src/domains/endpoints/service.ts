import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';

import { requestEndpoint, type EndpointRequest } from './request-endpoint.ts';
import { type DiscoveredModel, DiscoveryFailure, type DiscoveryRequest } from './discovery.ts';
import { isBlocked } from './is-blocked.ts';
import { endpointUrl, providerOf } from './providers.ts';

/** Discovery of models at endpoints of other providers. */
export interface EndpointService {
  /** The addresses that a host name currently resolves to. Throws when it does not resolve. */
  addressesOf(hostname: string): Promise<LookupAddress[]>;
  /** Whether requests to this address are forbidden. */
  isBlocked(address: string): boolean;
  /** Sends a request to an endpoint. Redirects are not followed, because the key would go with them. */
  request(url: URL, request: EndpointRequest): Promise<{ status: number; text: string }>;
  /** Time limit for a response. */
  timeoutMilliseconds: number;
  /** The failure behind an HTTP status; undefined for success. */
  failureOf(status: number): DiscoveryFailure | undefined;
  /** The failure behind a connection error. */
  connectionFailure(error: unknown): DiscoveryFailure;
  /** The models of an endpoint. Throws a DiscoveryFailure. */
  discover(request: DiscoveryRequest): Promise<DiscoveredModel[]>;
}

/** Creates the endpoint service. */
export function createEndpointService(): EndpointService {
  const self: EndpointService = {
    addressesOf: (hostname) => lookup(hostname.replaceAll(/[[\]]/g, ''), { all: true }),
    isBlocked,
    request: requestEndpoint,
    timeoutMilliseconds: 5_000,
    failureOf,
    connectionFailure,
    async discover(request) {
      const provider = providerOf(request);
      const url = endpointUrl(request.baseUrl, provider);
      const headers = request.apiKey === undefined ? {} : provider.headers(request.apiKey);
      let answer: { status: number; text: string };
      try {
        const addresses = await self.addressesOf(url.hostname);
        if (addresses.some(({ address }) => self.isBlocked(address)))
          throw new DiscoveryFailure('network_blocked', 'Requests to this address are not allowed.');
        const { timeoutMilliseconds } = self;
        answer = await self.request(url, { headers, addresses, timeoutMilliseconds });
      } catch (error) {
        throw error instanceof DiscoveryFailure ? error : self.connectionFailure(error);
      }
      const { status, text } = answer;
      const failure = self.failureOf(status);
      if (failure) throw failure;
      try {
        return provider.models(JSON.parse(text));
      } catch (cause) {
        const message = 'The endpoint answered, but not with a list of models.';
        throw new DiscoveryFailure('upstream_error', message, status, { cause });
      }
    },
  };
  return self;
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

function connectionFailure(error: unknown): DiscoveryFailure {
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
