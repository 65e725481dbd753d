/**
 * Markdown as Linear returns it: it stores rich text, so links get angle brackets (linear/linear#1020), bullets become
 * `*`
 * and hard line breaks `<br>`. Code is unchanged. Normalising twice changes nothing more.
 */
export function normaliseMarkdown(markdown: string): string {
  let fence: string | undefined;
  return markdown
    .replaceAll('\r\n', '\n')
    .split('\n')
    .map((line) => {
      const mark = /^\s{0,3}(`{3,}|~{3,})/.exec(line)?.[1];
      if (fence !== undefined) {
        if (mark !== undefined && mark.startsWith(fence)) fence = undefined;
        return line;
      }
      if (mark !== undefined) {
        fence = mark;
        return line;
      }
      return outsideCode(line);
    })
    .join('\n');
}

function outsideCode(line: string): string {
  const bullet = line.replace(/^(\s*)[-+](?=\s+\S)/, '$1*');
  const broken = bullet.replace(/(?<=\S)(?: {2,}|\\)$/, '<br>');
  return broken
    .split(/(`+[^`]*`+)/)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(/(?<=\]\()([^\s<>()]+)(?=\))/g, '<$1>')))
    .join('');
}
