/** The kinds of packages in a release. */
export type PackageFormat = 'deb' | 'rpm' | 'tarball';
