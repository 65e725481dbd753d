import type { IncomingHttpHeaders } from 'node:http';

/**
 * Why a state-changing request is refused: it may come from another site. Browsers send its origin in `Sec-Fetch-Site`,
 * and over plain HTTP only in `Origin`; a request with neither header is refused as well.
 */
export function crossSiteProblem(headers: IncomingHttpHeaders, publicUrl: URL): string | undefined {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) {
    return site === 'same-origin'
      ? undefined
      : 'The request came from another site. Open the page of the gate itself and try again there.';
  }
  const { origin } = headers;
  if (origin === publicUrl.origin) return undefined;
  return origin === undefined
    ? 'The request does not say which page it came from. Use the buttons of the page in a browser.'
    : `The request came from ${origin}, but the gate is at ${publicUrl.origin}. Open it there, or set PUBLIC_URL to the address you use.`;
}
