import { type DiscoveredModel, DiscoveryFailure, type DiscoveryRequest } from './discovery.ts';
import { isBlocked } from './is-blocked.ts';
import { placeOf, providerOf } from './providers.ts';

/** The decisions about endpoints of other providers. */
export interface EndpointParts {
  /** Hosts that are never asked. */
  isBlocked(hostname: string): Promise<boolean>;
  /** What a redirect means; nobody follows one, for the key would go where it leads. */
  redirect: 'manual' | 'follow';
  /** The longest that an endpoint may take. */
  timeoutMilliseconds: number;
  /** What went wrong, by the status that the endpoint answered with; undefined for a good one. */
  failureOf(status: number): DiscoveryFailure | undefined;
  /** What went wrong where there was no answer. */
  failureWithout(error: unknown): DiscoveryFailure;
  /** The models that an endpoint offers. Throws a DiscoveryFailure. */
  discover(request: DiscoveryRequest): Promise<DiscoveredModel[]>;
}

const longestAnswer = 1_000_000;

/** The decisions in their true form; each reaches the others through `own()`, at the time of the call. */
export function createEndpointParts(own: () => EndpointParts): EndpointParts {
  return {
    isBlocked,
    redirect: 'manual',
    timeoutMilliseconds: 5_000,
    failureOf,
    failureWithout,
    async discover(request) {
      const provider = providerOf(request);
      const place = placeOf(request.baseUrl, provider);
      let status: number;
      let text: string;
      try {
        if (await own().isBlocked(place.hostname))
          throw new DiscoveryFailure('network_blocked', 'No endpoint may lie at this address.');
        const response = await fetch(place, {
          headers: request.apiKey === undefined ? {} : provider.headers(request.apiKey),
          redirect: own().redirect,
          signal: AbortSignal.timeout(own().timeoutMilliseconds),
        });
        status = response.status;
        text = await boundedText(response);
      } catch (error) {
        throw error instanceof DiscoveryFailure ? error : own().failureWithout(error);
      }
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

async function boundedText(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const piece of response.body ?? []) {
    text += decoder.decode(piece, { stream: true });
    if (text.length > longestAnswer)
      throw new DiscoveryFailure('upstream_error', 'The endpoint does not come to an end.', response.status);
  }
  return text;
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
  if (/^(ECONNRESET|UND_ERR_SOCKET|HPE_)/.test(code))
    return new DiscoveryFailure('upstream_error', 'The endpoint hung up.', undefined, { cause: error });
  return new DiscoveryFailure('network_blocked', 'The endpoint cannot be reached.', undefined, {
    cause: error,
  });
}

function codeOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return cause instanceof Error && 'code' in cause ? String(cause.code) : '';
}
