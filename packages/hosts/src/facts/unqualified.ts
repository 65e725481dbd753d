/**
 * Strips the architecture from a package name. dpkg writes `libc6:amd64` for a package that can be installed for
 * several
 * architectures at once (`Multi-Arch: same`), and for one of a foreign architecture.
 */
export function unqualified(name: string): string {
  return name.replace(/:[a-z0-9-]+$/, '');
}
