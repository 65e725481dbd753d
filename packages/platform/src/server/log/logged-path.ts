/**
 * The path of a request for the log: without its query, which may hold secrets, and without the id of a
 * pending sign-in, which would allow a reader to continue it.
 */
export function loggedPath(url: string): string {
  return (url.split(/[?#]/, 1)[0] ?? '').replace(
    /(?<=\/(?:interaction|openid-connect\/auth)\/)[^/]+/,
    '{uid}',
  );
}
