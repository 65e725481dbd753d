/**
 * Path, query and fragment of `target` if it lies on our own origin, else `fallback`. Browsers read backslashes and
 * stray tabs as parts of an address, and so does the URL parser used here: what it calls ours, they call ours.
 */
export function localPath(target: string | undefined, origin: string, fallback: string): string {
  if (!target) return fallback;
  const url = URL.parse(target, origin);
  if (!url || url.origin !== origin) return fallback;
  const path = `${url.pathname}${url.search}${url.hash}`;
  // A path of two slashes would be read as another host once it stands alone in a Location header.
  return path.startsWith('//') ? fallback : path;
}
