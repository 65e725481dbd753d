const markup = Symbol('markup');

/** Markup that is safe to send: only {@link html} creates it. */
export interface Html {
  readonly [markup]: string;
}

/** A value in a template: text, which is escaped, or markup, which is not. */
export type Child = string | number | undefined | Html | readonly Child[];

/**
 * A template tag for markup. Values are escaped for text and for quoted attributes, so attributes must be quoted;
 * `undefined` renders as nothing.
 */
export function html(parts: TemplateStringsArray, ...children: readonly Child[]): Html {
  return { [markup]: parts.map((part, at) => part + rendered(children[at])).join('') };
}

/** The markup as a string. */
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
