/**
 * Path, query and fragment of `target` on `origin`, or else `fallback`. Browsers read backslashes and
 * stray tabs as parts of a URL, and so does the URL parser here, so both agree on the origin.
 */
export function localPath(target: string | undefined, origin: string, fallback: string): string {
  if (!target) return fallback;
  const url = URL.parse(target, origin);
  if (!url || url.origin !== origin) return fallback;
  const path = `${url.pathname}${url.search}${url.hash}`;
  // A path that begins with two slashes would be another host in a Location header.
  return path.startsWith('//') ? fallback : path;
}
