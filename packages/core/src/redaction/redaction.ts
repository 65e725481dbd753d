import { type ByteSearch, byteSearch } from './byte-search.ts';
import { type SecretFinder, secretFinder } from './secret-finder.ts';
import { withoutSpans } from './span.ts';
import { type TextStream, textStream } from './text-stream.ts';

/** Removes secrets from the output of a run. */
export interface Redaction {
  /** Redacts a text: `***` takes the place of a secret. */
  text(text: string): string;
  /** Redacts the names in a path, without asterisks, which tools for uploads refuse. */
  path(file: string): string;
  /** Redacts a text that arrives in chunks; a secret may cross their borders. */
  stream(): TextStream;
  /** Searches binary data for secrets, which cannot be redacted there. */
  search(): ByteSearch;
}

/**
 * Removes the given secrets in any spelling (docs/outcomes.md, Secrets), whole or in part, and text in the shape of a
 * credential: a JWT, the value of an Authorization header. Other text is unchanged, and redacting twice has no further
 * effect.
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

/** A text without the spans that a finder finds. */
export function cleanText(text: string, { spansIn }: SecretFinder): string {
  return withoutSpans(text, spansIn(text));
}

/** A path without the spans that a finder finds in its names. */
export function cleanPath(file: string, { spansIn }: SecretFinder): string {
  const names = file.split('/').map((name) => withoutSpans(name, spansIn(name), 'redacted'));
  return names.join('/');
}
