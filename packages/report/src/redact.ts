const blank = '***';

/** What a credential looks like when nobody registered it: a JWT, and what stands behind Bearer or Basic. */
const shapes: [RegExp, string][] = [
  [/eyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/g, blank],
  [/\b(Bearer|Basic)(\s+|%20|\\u0020)(?!\*{3})[\w.~+/=-]{8,}/gi, `$1$2${blank}`],
];

const wholeJwt = /^eyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*$/;

/**
 * A text without the given secrets, however they were written down (as they are, in JSON, in a URL, in HTML, in
 * base64), and without anything that has the shape of a JWT or an Authorization header. Redacting twice changes nothing.
 */
export function redact(text: string, secrets: readonly string[]): string {
  // What has the shape of a JWT goes by its shape; a long run has hundreds of them.
  const shapeless = secrets.filter((secret) => !wholeJwt.test(secret));
  const written = [...new Set(shapeless.flatMap(spellings))].toSorted((a, b) => b.length - a.length);
  const withoutValues = written.reduce((clean, secret) => clean.replaceAll(secret, blank), text);
  return shapes.reduce((clean, [shape, instead]) => clean.replace(shape, instead), withoutValues);
}

function spellings(secret: string): string[] {
  const inJson = JSON.stringify(secret).slice(1, -1);
  const inHtml = secret
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
  const inXml = ['&apos;', '&#39;'].map((apostrophe) => inHtml.replaceAll("'", apostrophe));
  const inUrl = encodeURIComponent(secret.toWellFormed());
  const inForm = new URLSearchParams({ s: secret }).toString().slice(2);
  const inBase64 = Buffer.from(secret).toString('base64').replace(/=+$/, '');
  return [
    secret,
    inJson,
    JSON.stringify(inJson).slice(1, -1),
    inHtml,
    ...inXml,
    inUrl,
    inForm,
    inBase64,
  ].filter((spelling) => spelling.length > blank.length);
}
