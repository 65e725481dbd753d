const names: Partial<Record<string, string>> = { x86_64: 'amd64', aarch64: 'arm64', noarch: 'all' };

/** An architecture in Debian's words, whoever named it. */
export function architectureNamed(name: string): string {
  return names[name] ?? name;
}
