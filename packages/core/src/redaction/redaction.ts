import { type ByteSearch, byteSearch } from './byte-search.ts';
import { type SecretFinder, secretFinder } from './secret-finder.ts';
import { withoutSpans } from './span.ts';
import { type TextStream, textStream } from './text-stream.ts';

/** Takes secrets out of what a run writes. */
export interface Redaction {
  /** A text with `***` where a secret stood. */
  text(text: string): string;
  /** The path of a file without secrets in its names. An asterisk there is refused by what passes files on. */
  path(file: string): string;
  /** The same as `text` for one that comes in pieces: a secret may lie across them. */
  stream(): TextStream;
  /** Looks for secrets in bytes that are no text; they cannot be blanked there. */
  search(): ByteSearch;
}

/**
 * Takes the given secrets out, in any way they were written down (docs/outcomes.md, Secrets), whole or in part, and what has
 * the shape of a credential: a JWT, the value of an Authorization header. A text without any of these stays as it is, and
 * redacting twice changes nothing.
 */
export function redaction(secrets: readonly string[]): Redaction {
  const inText = once(() => secretFinder(secrets, 'text'));
  const inBytes = once(() => secretFinder(secrets, 'bytes'));
  return {
    text: (text) => cleanText(text, inText()),
    path: (file) => cleanPath(file, inText()),
    stream: () => textStream(inText()),
    search: () => byteSearch(inBytes()),
  };
}

function once(make: () => SecretFinder): () => SecretFinder {
  let made: SecretFinder | undefined;
  return () => (made ??= make());
}

/** A text without what a finder finds in it. */
export function cleanText(text: string, { spansIn }: SecretFinder): string {
  return withoutSpans(text, spansIn(text));
}

/** A path without what a finder finds in each of its names. */
export function cleanPath(file: string, { spansIn }: SecretFinder): string {
  const names = file.split('/').map((name) => withoutSpans(name, spansIn(name), 'redacted'));
  return names.join('/');
}
