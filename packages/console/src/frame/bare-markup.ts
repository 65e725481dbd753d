/**
 * HTML with all attributes taken out, the addresses of links excepted. The caller decides what to render; this
 * only keeps the browser, which looks at every attribute while it reads, from logging those it would have to block.
 */
export function bareMarkup(html: string): string {
  return html.replaceAll(
    /<(\/?)([a-z][^\s/>]*)([^>]*)>/gi,
    (_tag, slash: string, name: string, rest: string) => {
      const address = slash === '' && name.toLowerCase() === 'a' ? addressIn(rest) : null;
      return address === null ? `<${slash}${name}>` : `<a href="${address.replaceAll('"', '&quot;')}">`;
    },
  );
}

function addressIn(attributes: string): string | null {
  const [, double, single, bare] = /\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+))/i.exec(attributes) ?? [];
  return double ?? single ?? bare ?? null;
}
