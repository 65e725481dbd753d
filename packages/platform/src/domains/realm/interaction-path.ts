/**
 * The path below the realm to which the provider sends a browser that has to sign in. The browser's cookie is
 * bound to this path, so that two tabs can sign in side by side.
 */
export function interactionPath(uid: string): string {
  return `/interaction/${uid}`;
}
