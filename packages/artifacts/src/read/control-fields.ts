/**
 * The fields of a Debian control paragraph (deb-control(5)) by their usual names, which are case-insensitive.
 * Continuation
 * lines keep their line breaks, without the indent.
 */
export function controlFields(text: string): Partial<Record<string, string>> {
  const lines = text.replaceAll(/\n[ \t]+/g, '\u0000').split('\n');
  return Object.fromEntries(
    lines.flatMap((line) => {
      const [, name, value] = line.match(/^([^\s:]+):\s*(.*)$/) ?? [];
      return name === undefined || value === undefined
        ? []
        : [[usual(name), value.replaceAll('\u0000', '\n').trim()]];
    }),
  );
}

/** `pre-depends` → `Pre-Depends` */
function usual(name: string): string {
  return name.toLowerCase().replaceAll(/(^|-)[a-z]/g, (start) => start.toUpperCase());
}
