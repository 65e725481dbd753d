/**
 * What people and programs may call a version of a Debian package, the whole first: `1:2.0~rc1-1`, without its epoch, which
 * file names leave out, and without the revision of its packaging, which a program does not know of (deb-version(7)).
 */
export function versionNames(version: string): string[] {
  const withoutEpoch = version.replace(/^\d+:/, '');
  const upstream = withoutEpoch.replace(/-[^-]*$/, '');
  return [...new Set([version, withoutEpoch, upstream])];
}
