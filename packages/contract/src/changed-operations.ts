import { resolved } from './json-pointer.ts';
import { operationsOf } from './operations.ts';
import type { OpenApiDocument } from './openapi-document.ts';

/**
 * Ids of the operations that differ between two documents, in themselves or in a schema that they reach; those that
 * only one of them has, too.
 */
export function changedOperations(before: OpenApiDocument, after: OpenApiDocument): string[] {
  const [was, is] = [operationTexts(before), operationTexts(after)];
  return [...new Set([...was.keys(), ...is.keys()])].filter((id) => was.get(id) !== is.get(id));
}

/** Everything that a document says about an operation, by its id. */
function operationTexts(document: OpenApiDocument): Map<string, string> {
  return new Map(
    [...operationsOf(document).values()].map(({ operationId, method, path }) => {
      const { value } = resolved(document, ['paths', path, method.toLowerCase()]);
      return [operationId, JSON.stringify([method, path, value, reachedFrom(value, document)])];
    }),
  );
}

/** The definitions that a value refers to, and those that these refer to, by reference in alphabetical order. */
function reachedFrom(value: unknown, document: OpenApiDocument): [string, unknown][] {
  const reached = new Map<string, unknown>();
  const follow = (part: unknown): void => {
    for (const [, ref = ''] of JSON.stringify(part).matchAll(/"\$ref":"#\/([^"]+)"/g)) {
      if (reached.has(ref)) continue;
      const keys = ref
        .split('/')
        .map((key) => decodeURIComponent(key).replaceAll('~1', '/').replaceAll('~0', '~'));
      const definition = resolved(document, keys).value;
      reached.set(ref, definition);
      follow(definition);
    }
  };
  follow(value ?? null);
  return [...reached].toSorted(([one], [other]) => (one < other ? -1 : 1));
}
