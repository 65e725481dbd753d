/**
 * The name of a package without its architecture. dpkg calls it `libc6:amd64` where another of that name may be there at
 * the same time (`Multi-Arch: same`), and where it is of a foreign architecture.
 */
export function unqualified(name: string): string {
  return name.replace(/:[a-z0-9-]+$/, '');
}
