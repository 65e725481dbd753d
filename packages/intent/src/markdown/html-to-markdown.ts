/**
 * Converts the HTML that people write in tickets to Markdown: images, links, lists, collapsed sections. Drops comments.
 */
export function htmlToMarkdown(html: string): string {
  return html
    .replaceAll(/<!--[\s\S]*?(?:-->|$)/g, (comment) => comment.replaceAll(/[^\n]/g, ''))
    .replaceAll(/<(s|del|strike)\b[^>]*>[\s\S]*?<\/\1>/gi, '')
    .replaceAll(
      /<summary\b[^>]*>([\s\S]*?)<\/summary>/gi,
      (_, title: string) => `\n\n**${plain(title)}**\n\n`,
    )
    .replaceAll(/<h([1-6])\b[^>]*>([\s\S]*?)<\/h\1>/gi, (_, level: string, title: string) => {
      return `\n\n${'#'.repeat(Number(level))} ${plain(title)}\n\n`;
    })
    .replaceAll(/<img\b[^>]*>/gi, (tag) => {
      const source = attribute(tag, 'src');
      return source === undefined ? '' : `![${attribute(tag, 'alt') ?? ''}](<${source}>)`;
    })
    .replaceAll(/<a\b([^>]*)>([\s\S]*?)<\/a>/gi, (_, attributes: string, text: string) => {
      const target = attribute(attributes, 'href');
      return target === undefined ? text : `[${text}](<${target}>)`;
    })
    .replaceAll(/<(?:b|strong)\b[^>]*>([^<\n]+)<\/(?:b|strong)>/gi, '**$1**')
    .replaceAll(/<li\b[^>]*>/gi, '\n- ')
    .replaceAll(/<(?:br|p|div|tr|ul|ol)\b[^>]*>/gi, '\n')
    .replaceAll(/<\/?[a-z][^<>]*>/gi, '');
}

const plain = (html: string) => html.replaceAll(/<[^<>]*>/g, '').trim();

function attribute(tag: string, name: string): string | undefined {
  const found = new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, 'i').exec(tag);
  return found?.[1] ?? found?.[2] ?? found?.[3];
}
