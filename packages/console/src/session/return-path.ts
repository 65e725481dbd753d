/** The path of this console to go to after sign-in; `/` for anything that would leave the console or loop. */
export function returnPath(asked: string | null): string {
  if (asked === null || !asked.startsWith('/')) return '/';
  // The URL parser decides what "//host" and "/\host" mean, as the browser would.
  const here = 'http://console.invalid';
  const url = URL.canParse(asked, here) ? new URL(asked, here) : null;
  if (url === null || url.origin !== here) return '/';
  const outside = /^\/(api|realms|login)(\/|$)/;
  return outside.test(url.pathname) ? '/' : url.pathname + url.search + url.hash;
}
