import { z } from 'zod';
import { configurationError } from '@uat/core';
import { noProxyList, type NoProxyList } from './no-proxy.ts';

/** A proxy as Playwright wants it. */
export const proxySchema = z.object({
  /** `http://host:port`. */
  server: z.string(),
  username: z.string().exactOptional(),
  password: z.string().exactOptional(),
  /** Hosts that are asked directly, separated by commas, as Chromium reads them. */
  bypass: z.string().exactOptional(),
});
export type Proxy = z.output<typeof proxySchema>;

/** Which way requests go, decided once for a target and handed to everything that asks it. */
export interface ProxyRoute {
  /** For requests to the target outside a browser; none where it is asked directly. */
  proxy?: Proxy;
  /** For a browser, which meets other hosts too; none where nothing is asked by a proxy. */
  browserProxy?: Proxy;
  /** The same for Node, as the variables of child processes: each is set, and empty where it names nothing. */
  env: Readonly<Record<string, string>>;
}

/** Everything is asked directly. */
export const directRoute: ProxyRoute = { env: variables('', '*') };

/** Both cases say the same, so that it does not matter which one is read first. */
function variables(proxy: string, noProxy: string): ProxyRoute['env'] {
  return {
    ...{ HTTP_PROXY: proxy, http_proxy: proxy, HTTPS_PROXY: proxy, https_proxy: proxy },
    ...{ ALL_PROXY: '', all_proxy: '', NO_PROXY: noProxy, no_proxy: noProxy },
    NODE_USE_ENV_PROXY: proxy === '' ? '' : '1',
  };
}

/**
 * The way to a URL that the environment names: `HTTPS_PROXY` or `HTTP_PROXY`, else `ALL_PROXY`, unless `NO_PROXY` names
 * its host; names in lower case come first, and a proxy without a scheme is an http one, as for curl. Node, Playwright
 * and Chromium each read these variables in a way of their own, so nothing else of ours reads them.
 * @throws UatError (configuration) for a value that is no proxy we can use.
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

/** An empty variable names nothing, and hides one in the other case no more than curl lets it. */
function namedIn(env: NodeJS.ProcessEnv, name: string): Named | undefined {
  const variable = [name.toLowerCase(), name].find((one) => env[one]?.trim());
  return variable === undefined ? undefined : { variable, value: String(env[variable]).trim() };
}

/** A browser takes no credentials out of the URL of its proxy, so they stand apart. */
function parsed({ variable, value }: Named): Proxy & { href: string } {
  const url = URL.parse(/^[a-z][a-z\d+.-]*:\/\//i.test(value) ? value : `http://${value}`);
  if (url === null || url.hostname === '') {
    throw configurationError(`${variable} is not the URL of a proxy; write http://host:port.`);
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw configurationError(
      `${variable} names a ${url.protocol.slice(0, -1)} proxy, and uat goes by http and https proxies only; write http://host:port, or name the target in NO_PROXY to ask it directly.`,
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
      `The credentials in ${variable} hold a % that begins no code; write %25 for it.`,
    );
  }
}

/**
 * Chromium lets the last rule win that names a host. Playwright adds `<-loopback>`, by which hosts of this machine are
 * asked by the proxy too, at the end unless it is there, where it would undo an entry of the list for one of them. The
 * requests of its contexts know whole host names only, so the target's own name is added.
 */
function bypassOf(list: NoProxyList, direct: string | undefined): { bypass?: string } {
  const entries = [...list.forChromium, ...(direct === undefined ? [] : [new URL(direct).hostname])];
  return entries.length === 0 ? {} : { bypass: ['<-loopback>', ...entries].join(',') };
}
