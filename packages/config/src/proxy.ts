/** A proxy as Playwright wants it. */
export interface Proxy {
  server: string;
  /** Hosts that are asked directly, separated by commas. */
  bypass?: string;
}

/** The proxy that the environment names for a URL (`HTTPS_PROXY`, `HTTP_PROXY`, `NO_PROXY`, in either case). */
export function proxyFor(url: string, env: NodeJS.ProcessEnv): Proxy | undefined {
  const read = (name: string) => env[name] || env[name.toLowerCase()] || undefined;
  const server = url.startsWith('https:') ? read('HTTPS_PROXY') : read('HTTP_PROXY');
  if (server === undefined) return undefined;
  const bypass = read('NO_PROXY');
  return bypass === undefined ? { server } : { server, bypass };
}
