/**
 * The path of a request for the policy: decoded once, without query, double or trailing slashes.
 * Undefined for ambiguous spellings (dot segments, encoded slashes,
 * backslashes, control characters): there is no legitimate use for them, so the gateway denies them.
 */
export function requestPath(target: string | undefined): string | undefined {
  const [raw = ''] = (target ?? '').split(/[?#]/, 1);
  if (!raw.startsWith('/') || /%2f|%5c|\\/i.test(raw)) return undefined;
  const decoded = decodedOnce(raw);
  if (decoded === undefined || hasControlCharacter(decoded)) return undefined;
  const segments = decoded.split('/').filter((segment) => segment !== '');
  if (segments.some((segment) => segment === '.' || segment === '..')) return undefined;
  return `/${segments.join('/')}`;
}

function decodedOnce(raw: string): string | undefined {
  try {
    return decodeURIComponent(raw);
  } catch {
    return undefined;
  }
}

function hasControlCharacter(text: string): boolean {
  return Array.from(text).some((character) => character < ' ' || character === '\x7f');
}
