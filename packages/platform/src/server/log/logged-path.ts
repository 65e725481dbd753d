/**
 * The path of a request as it may be written down: without its query, which may hold secrets, and without the id of a
 * sign-in under way, which stands in its addresses and in its cookies: who knows it may go on with that sign-in.
 */
export function loggedPath(url: string): string {
  return (url.split(/[?#]/, 1)[0] ?? '').replace(
    /(?<=\/(?:interaction|openid-connect\/auth)\/)[^/]+/,
    '{uid}',
  );
}
