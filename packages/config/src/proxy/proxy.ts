import { z } from 'zod';
import { configurationError } from '@uat/core';
import { noProxyList, type NoProxyList } from './no-proxy.ts';

/** A proxy, in the form that Playwright takes. */
export const proxySchema = z.object({
  /** `http://host:port`. */
  server: z.string(),
  username: z.string().exactOptional(),
  password: z.string().exactOptional(),
  /** Hosts reached directly, separated by commas, in Chromium's syntax. */
  bypass: z.string().exactOptional(),
});
export type Proxy = z.output<typeof proxySchema>;

/** The proxy settings for a target, decided once and passed to every client of it. */
export interface ProxyRoute {
  /** Proxy for requests to the target outside a browser; absent for direct requests. */
  proxy?: Proxy;
  /** Proxy for a browser, which also visits other hosts; absent when no proxy is configured. */
  browserProxy?: Proxy;
  /** Variables for Node child processes: each is set, to an empty string where it names no proxy. */
  env: Readonly<Record<string, string>>;
}

/** The route without any proxy. */
export const directRoute: ProxyRoute = { env: variables('', '*') };

/** Upper and lower case are set alike, so that it does not matter which one is read first. */
function variables(proxy: string, noProxy: string): ProxyRoute['env'] {
  return {
    ...{ HTTP_PROXY: proxy, http_proxy: proxy, HTTPS_PROXY: proxy, https_proxy: proxy },
    ...{ ALL_PROXY: '', all_proxy: '', NO_PROXY: noProxy, no_proxy: noProxy },
    NODE_USE_ENV_PROXY: proxy === '' ? '' : '1',
  };
}

/**
 * The route to a URL by the environment: `HTTPS_PROXY` or `HTTP_PROXY`, else `ALL_PROXY`, unless `NO_PROXY` covers its
 * host; lower-case names win, and a proxy without a scheme is an http one, as for curl. Node, Playwright and Chromium
 * each interpret these variables differently, so this is the only reader of them.
 * @throws UatError (configuration) for a value that is not a usable proxy.
 */
export function proxyRoute(url: string, env: NodeJS.ProcessEnv): ProxyRoute {
  const { protocol } = new URL(url);
  const named =
    namedIn(env, protocol === 'https:' ? 'HTTPS_PROXY' : 'HTTP_PROXY') ?? namedIn(env, 'ALL_PROXY');
  if (named === undefined) return directRoute;
  const list = noProxyList(namedIn(env, 'NO_PROXY')?.value ?? '');
  const { href, ...proxy } = parsed(named);
  if (list.all) return directRoute;
  const isDirect = list.covers(url);
  const browserProxy = { ...proxy, ...bypassOf(list, isDirect ? url : undefined) };
  if (isDirect) return { ...directRoute, browserProxy };
  return {
    proxy,
    browserProxy,
    env: variables(href, list.forNode),
  };
}

interface Named {
  variable: string;
  value: string;
}

/** The value of a variable in lower or upper case; an empty one does not hide the other, as for curl. */
function namedIn(env: NodeJS.ProcessEnv, name: string): Named | undefined {
  const variable = [name.toLowerCase(), name].find((one) => env[one]?.trim());
  return variable === undefined ? undefined : { variable, value: String(env[variable]).trim() };
}

/** Parses a proxy URL, with the credentials apart: a browser does not take them from the URL. */
function parsed({ variable, value }: Named): Proxy & { href: string } {
  const url = URL.parse(/^[a-z][a-z\d+.-]*:\/\//i.test(value) ? value : `http://${value}`);
  if (url === null || url.hostname === '') {
    throw configurationError(`${variable} is not the URL of a proxy; write http://host:port.`);
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw configurationError(
      `${variable} names a ${url.protocol.slice(0, -1)} proxy, and uat supports http and https proxies only; write http://host:port, or add the target to NO_PROXY to reach it directly.`,
    );
  }
  const server = `${url.protocol}//${url.host}`;
  const [username, password] = [decoded(variable, url.username), decoded(variable, url.password)];
  return {
    href: url.href.replace(/\/$/, ''),
    server,
    ...(username === '' ? {} : { username, password }),
  };
}

function decoded(variable: string, text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw configurationError(
      `The credentials in ${variable} contain a % that begins no escape sequence; write %25 for it.`,
    );
  }
}

/**
 * The bypass list for Chromium, in which the last matching rule wins. `<-loopback>`, which sends loopback hosts through
 * the proxy too, comes first: at the end, where Playwright would add it, it would undo the list's own loopback entries.
 * The requests of Playwright's contexts match whole host names only, so the target's own name is added.
 */
function bypassOf(list: NoProxyList, direct: string | undefined): { bypass?: string } {
  const entries = [...list.forChromium, ...(direct === undefined ? [] : [new URL(direct).hostname])];
  return entries.length === 0 ? {} : { bypass: ['<-loopback>', ...entries].join(',') };
}
