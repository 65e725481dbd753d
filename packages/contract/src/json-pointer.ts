import { DocumentError } from './document-error.ts';

/** A value inside a document, and the keys on the path to its definition. */
export interface Resolved {
  readonly value: unknown;
  readonly path: readonly string[];
}

/** The JSON pointer (RFC 6901) to a path of keys, URI-encoded as in a `$ref` fragment. */
export function pointerTo(path: readonly string[]): string {
  return path
    .map((key) => `/${encodeURIComponent(key.replaceAll('~', '~0').replaceAll('/', '~1'))}`)
    .join('');
}

/** The value at `path`, with its `$ref`s resolved. Throws DocumentError for an external or a dangling `$ref`. */
export function resolved(document: unknown, path: readonly string[]): Resolved {
  const value = path.reduce<unknown>(member, document);
  const ref = member(value, '$ref');
  if (typeof ref !== 'string') return { value, path };
  if (!ref.startsWith('#/')) throw new DocumentError(`The reference ${ref} leaves the document.`);
  const target = ref
    .slice(2)
    .split('/')
    .map((key) => decodeURIComponent(key).replaceAll('~1', '/').replaceAll('~0', '~'));
  if (target.reduce<unknown>(member, document) === undefined) {
    throw new DocumentError(`The reference ${ref} points to nothing in the document.`);
  }
  return resolved(document, target);
}

function member(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.getOwnPropertyDescriptor(value, key)?.value;
}
