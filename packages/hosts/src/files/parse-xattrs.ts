/**
 * Parses the output of `getfattr` by path: blocks of `# file: /a/path` and attributes, separated by empty lines, with
 * odd
 * characters as `\ooo`. Leaves out the attributes that an overlay uses for its own bookkeeping.
 */
export function parseXattrs(text: string): Map<string, string[]> {
  const found = text.split('\n\n').flatMap((block) => {
    const [head = '', ...attributes] = block.trim().split('\n');
    const path = head
      .replace(/^# file: /, '')
      .replaceAll(/\\(\d{3})/g, (_, octal: string) => String.fromCodePoint(parseInt(octal, 8)));
    const own = attributes.filter((line) => !line.startsWith('trusted.overlay.')).toSorted();
    return head.startsWith('# file: ') && own.length > 0 ? [[path, own] as const] : [];
  });
  return new Map(found);
}
