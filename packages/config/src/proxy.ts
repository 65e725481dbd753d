/** A proxy as Playwright wants it. */
export interface Proxy {
  server: string;
  username?: string;
  password?: string;
  /** Hosts that are asked directly, separated by commas. */
  bypass?: string;
}

/** The proxy that the environment names for a URL (`HTTPS_PROXY`, `HTTP_PROXY`, `NO_PROXY`, in either case). */
export function proxyFor(url: string, env: NodeJS.ProcessEnv): Proxy | undefined {
  const read = (name: string) => env[name] || env[name.toLowerCase()] || undefined;
  const named = url.startsWith('https:') ? read('HTTPS_PROXY') : read('HTTP_PROXY');
  if (named === undefined) return undefined;
  const bypass = read('NO_PROXY');
  return { ...withCredentialsApart(named), ...(bypass === undefined ? {} : { bypass }) };
}

/** A browser takes no credentials out of the URL of its proxy. */
function withCredentialsApart(named: string): Proxy {
  const proxy = URL.parse(named);
  if (proxy === null || proxy.username === '') return { server: named };
  const { username, password, protocol, host } = proxy;
  return {
    server: `${protocol}//${host}`,
    username: decodeURIComponent(username),
    password: decodeURIComponent(password),
  };
}
