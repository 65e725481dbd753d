import type { IncomingHttpHeaders } from 'node:http';
import type { Middleware, WireRequest, WireResponse } from './exchange.ts';

/** Headers of requests in which clients name the server that they believe to talk to. */
const named = ['origin', 'referer'] as const;

/**
 * Lets a proxy stand in front of a server that knows itself by another address: requests name the server's, responses the
 * proxy's, in redirects, cookies and text. What is signed, such as the issuer of a token, stays as it is.
 */
export function rewriteOrigin({ proxy, target }: { proxy: string; target: string }): Middleware {
  const there = new URL(target);
  const base = there.pathname.replace(/\/$/, '');
  const addresses = { here: proxy, there: `${there.origin}${base}` };
  return async (request, next) => {
    const response = await next(asSeenByTarget(request, addresses));
    return asSeenByClient(response, { ...addresses, base });
  };
}

interface Addresses {
  here: string;
  there: string;
}

function asSeenByTarget(request: WireRequest, { here, there }: Addresses): WireRequest {
  const headers: IncomingHttpHeaders = { ...request.headers, host: new URL(there).host };
  for (const name of named) {
    const value = headers[name];
    if (typeof value === 'string') headers[name] = originOrPage(name, value, { here, there });
  }
  return {
    ...request,
    headers,
    path: replaceAddress(request.path, here, there),
    body: bodyWith(request, here, there),
  };
}

// An origin has no path.
function originOrPage(name: string, value: string, { here, there }: Addresses): string {
  return replaceAddress(value, here, name === 'origin' ? new URL(there).origin : there);
}

function asSeenByClient(
  response: WireResponse,
  { here, there, base }: Addresses & { base: string },
): WireResponse {
  const {
    location,
    'set-cookie': cookies,
    'access-control-allow-origin': allowed,
    ...kept
  } = response.headers;
  const headers: IncomingHttpHeaders = {
    ...kept,
    ...(location === undefined ? {} : { location: locationFor(location, { here, there, base }) }),
    ...(cookies === undefined ? {} : { 'set-cookie': cookies.map((cookie) => cookieFor(cookie, base)) }),
    ...(allowed === undefined
      ? {}
      : { 'access-control-allow-origin': replaceAddress(allowed, new URL(there).origin, here) }),
  };
  return { ...response, headers, body: bodyWith(response, there, here) };
}

function locationFor(location: string, { here, there, base }: Addresses & { base: string }): string {
  const address = replaceAddress(location, there, here);
  return base !== '' && address.startsWith(`${base}/`) ? address.slice(base.length) : address;
}

/** A cookie that the client keeps for the proxy: without the domain of the target, and for a path below the proxy. */
function cookieFor(cookie: string, base: string): string {
  return cookie
    .split(';')
    .filter((part) => !/^\s*domain=/i.test(part))
    .map((part) =>
      part.replace(/^(\s*path=)(.*)$/i, (_, name: string, path: string) => name + pathBelow(path, base)),
    )
    .join(';');
}

const pathBelow = (path: string, base: string) =>
  base !== '' && (path === base || path.startsWith(`${base}/`)) ? path.slice(base.length) || '/' : path;

/** The body with one address in place of another, where it is text that people and programs follow. */
function bodyWith(
  { headers, body }: Pick<WireResponse, 'headers' | 'body'>,
  from: string,
  to: string,
): Buffer {
  if (
    !/^(text\/html|application\/json|application\/x-www-form-urlencoded)\b/.test(
      headers['content-type'] ?? '',
    )
  )
    return body;
  // Bytes that are not UTF-8 stay as they are.
  const text = body.toString('latin1');
  const changed = replaceAddress(text, from, to);
  return changed === text ? body : Buffer.from(changed, 'latin1');
}

/** The text with one address in place of another, written plainly or encoded as in a query. */
function replaceAddress(text: string, from: string, to: string): string {
  const pairs = [
    [from, to],
    [encodeURIComponent(from), encodeURIComponent(to)],
  ] as const;
  return pairs.reduce(
    // Not within a longer host or port, and not the issuer: tokens are signed for it.
    (changed, [old, by]) =>
      changed.replaceAll(new RegExp(`(?<!"issuer" ?: ?")${RegExp.escape(old)}(?![\\w.:-]*[\\w-])`, 'g'), by),
    text,
  );
}
