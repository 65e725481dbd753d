import { StartError } from './server/errors/start-error.ts';

/** Settings of a platform, fixed before its services are created. */
export interface Settings {
  /** Release of the API. */
  readonly version: string;
  /** Origin that browsers and tokens see, without a trailing slash. */
  readonly publicUrl: string;
  /** Listening address, also for the platform's requests to itself. */
  readonly listenUrl: string;
  /** Certificate authority behind `listenUrl`, in PEM, when that is https. */
  readonly listenCa: string | undefined;
  /** Issuer of every token: the realm's address under the public origin. */
  readonly issuer: string;
  /** Whether cookies carry `Secure`: the public origin is https. */
  readonly secureCookies: boolean;
  /** Whether the test-support API is on, by which any caller can act as any user. */
  readonly testing: boolean;
  /** Whether relation-based access control is on. */
  readonly relations: boolean;
  /** When the platform started, in milliseconds since 1970. */
  readonly startedAt: number;
}

/** Release of the API. */
export const platformVersion = '1.2.0';

/** Path of the OpenID Connect realm. */
export const realmPath = '/realms/kamiwaza';

/** The only tenant. */
export const defaultTenant = '__default__';

/** The only client of the realm, and the audience of every accepted token. */
export const clientId = 'kamiwaza-platform';

/** Settings of a platform that listens on `listenUrl` and is reached at `publicUrl`, or directly. */
export function settingsFor(
  listenUrl: string,
  {
    publicUrl = listenUrl,
    listenCa,
    testing = false,
    relations = true,
  }: {
    publicUrl?: string | undefined;
    listenCa?: string | undefined;
    testing?: boolean | undefined;
    relations?: boolean | undefined;
  } = {},
): Settings {
  return {
    version: platformVersion,
    publicUrl,
    listenUrl,
    listenCa,
    issuer: `${publicUrl}${realmPath}`,
    relations,
    secureCookies: publicUrl.startsWith('https:'),
    testing,
    startedAt: Date.now(),
  };
}

/** The origin of a public URL given by an operator. Throws a StartError when it is not exactly an origin. */
export function publicOrigin(input: string): string {
  const url = URL.parse(input);
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:')) {
    throw new StartError(
      `--public-url must be an http or https address such as https://kamiwaza.example.com, but is "${input}".`,
    );
  }
  if (url.pathname !== '/' || url.search || url.hash || url.username || url.password) {
    throw new StartError(
      `--public-url must be only scheme, host and port, because the platform owns all paths: write ${url.origin} instead of "${input}".`,
    );
  }
  return url.origin;
}
