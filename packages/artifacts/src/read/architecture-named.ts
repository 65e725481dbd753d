const names: Partial<Record<string, string>> = {
  ...{ x86_64: 'amd64', 'x86-64': 'amd64', x64: 'amd64', aarch64: 'arm64', noarch: 'all', any: 'all' },
  ...{ i386: 'i386', i486: 'i386', i586: 'i386', i686: 'i386', ppc64le: 'ppc64el' },
  ...{ armv7: 'armhf', armv7l: 'armhf', armv7hl: 'armhf', loongarch64: 'loong64' },
};

/** Translates an architecture name of any packaging system into Debian's. */
export function architectureNamed(name: string): string {
  return names[name.toLowerCase()] ?? name;
}
