/**
 * The ways to write the version of a Debian package, the full one first: `1:2.0~rc1-1`, without the epoch, as in file
 * names, and without the packaging revision, which the program itself does not know (deb-version(7)).
 */
export function versionNames(version: string): string[] {
  const withoutEpoch = version.replace(/^\d+:/, '');
  const upstream = withoutEpoch.replace(/-[^-]*$/, '');
  return [...new Set([version, withoutEpoch, upstream])];
}
