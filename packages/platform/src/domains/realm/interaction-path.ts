/**
 * Where the provider sends a browser that has to sign in, below the realm. The cookie that proves the browser is
 * bound to this path, so that two tabs can sign in side by side.
 */
export function interactionPath(uid: string): string {
  return `/interaction/${uid}`;
}
