/**
 * What `getfattr` printed, by path: `# file: /a/path` and its attributes, an empty line between two; odd characters of a
 * path come as `\ooo`. Attributes by which an overlay keeps its books are no part of a host.
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
