const markup = Symbol('markup');

/** Markup that is safe to send: only {@link html} makes it. */
export interface Html {
  readonly [markup]: string;
}

/** What may stand in a template: text, which is escaped, or markup, which is not. */
export type Child = string | number | undefined | Html | readonly Child[];

/**
 * Markup from a template. Each value is escaped for text and for quoted attributes, so attributes have to be quoted;
 * `undefined` leaves nothing.
 */
export function html(parts: TemplateStringsArray, ...children: readonly Child[]): Html {
  return { [markup]: parts.map((part, at) => part + rendered(children[at])).join('') };
}

/** The text to send. */
export function markupOf(page: Html): string {
  return page[markup];
}

function rendered(child: Child): string {
  if (child === undefined) return '';
  if (typeof child === 'string') return escaped(child);
  if (typeof child === 'number') return String(child);
  return markup in child ? child[markup] : child.map(rendered).join('');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}
