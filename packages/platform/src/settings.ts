import { StartError } from './server/errors/start-error.ts';

/** Everything about this platform that is known before a part of it is built. */
export interface Settings {
  /** Release of the API this platform speaks. */
  readonly version: string;
  /** Origin that browsers and tokens see, without a trailing slash. */
  readonly publicUrl: string;
  /** Where the process really listens; calls to itself go here. */
  readonly listenUrl: string;
  /** Certificate authority behind `listenUrl`, in PEM, when that is https. */
  readonly listenCa: string | undefined;
  /** Issuer of every token: the realm's address under the public origin. */
  readonly issuer: string;
  /** Cookies carry `Secure` when the public origin is https. */
  readonly secureCookies: boolean;
  /** Whether the door for tests is open: a clock per request, and tokens to order. Whoever gets in by it can be anybody. */
  readonly testing: boolean;
  /** Relations between subjects and objects are kept, and asked before a model is removed. */
  readonly relations: boolean;
  /** When the platform started, in milliseconds since 1970. */
  readonly startedAt: number;
}

/** Release of the API this platform speaks. */
export const platformVersion = '1.2.0';

/** Name of the OpenID Connect realm, and with it part of its address. */
export const realmPath = '/realms/kamiwaza';

/** The tenant of everything, since there is only one. */
export const defaultTenant = '__default__';

/** The one client of the realm, and the audience of every token the gateway accepts. */
export const clientId = 'kamiwaza-platform';

/** Settings for a platform that listens on `listenUrl` and is seen as `publicUrl`, or as itself. */
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

/** Origin of a public URL as an operator writes it. Throws a StartError when it is more or less than an origin. */
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
