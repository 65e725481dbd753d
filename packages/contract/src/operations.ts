import { z } from 'zod';
import type { OpenApiDocument } from './openapi-document.ts';
import { pointerTo, resolved } from './json-pointer.ts';

const verbs = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch'] as const;

const responseShape = z.looseObject({
  content: z.record(z.string(), z.unknown()).optional(),
  headers: z.record(z.string(), z.unknown()).optional(),
  'x-uat-body-optional': z.boolean().optional(),
});
const headerShape = z.looseObject({ required: z.boolean().optional() });

/** One documented answer. */
export interface DocumentedAnswer {
  /** Content types and the JSON pointer of each one's schema; undefined where the body is nobody's business. */
  readonly content: ReadonlyMap<string, string> | undefined;
  readonly bodyOptional: boolean;
  /** Headers that must be there, lower case. */
  readonly requiredHeaders: readonly string[];
}

/** One verb on one path template. */
export interface Operation {
  readonly operationId: string;
  /** Upper case. */
  readonly method: string;
  /** The template, without the server's prefix: `/auth/pats/{jti}`. */
  readonly path: string;
  /** The last parameter swallows slashes. */
  readonly greedy: boolean;
  /** Its answer holds a token or a password that its caller is meant to get. */
  readonly givesSecrets: boolean;
  /** By status: `200`, `4XX`, `default`. */
  readonly answers: ReadonlyMap<string, DocumentedAnswer>;
}

/** Every operation of the document by `VERB /template`, in the document's order. */
export function operationsOf(document: OpenApiDocument): ReadonlyMap<string, Operation> {
  const operations = new Map<string, Operation>();
  for (const [path, item] of Object.entries(document.paths)) {
    for (const verb of verbs) {
      const operation = item[verb];
      if (operation === undefined) continue;
      const method = verb.toUpperCase();
      const at = ['paths', path, verb, 'responses'];
      const answers = Object.keys(operation.responses ?? {}).map(
        (status) => [status, documentedAnswer(document, [...at, status])] as const,
      );
      operations.set(`${method} ${path}`, {
        operationId: operation.operationId ?? `${method} ${path}`,
        method,
        path,
        greedy: item['x-uat-greedy'] === true,
        givesSecrets: operation['x-uat-gives-secrets'] === true,
        answers: new Map(answers),
      });
    }
  }
  return operations;
}

function documentedAnswer(document: OpenApiDocument, at: readonly string[]): DocumentedAnswer {
  const { value, path } = resolved(document, at);
  const response = responseShape.parse(value);
  const types = response.content && Object.keys(response.content);
  return {
    content: types && new Map(types.map((type) => [type, pointerTo([...path, 'content', type, 'schema'])])),
    bodyOptional: response['x-uat-body-optional'] === true,
    requiredHeaders: Object.keys(response.headers ?? {})
      .filter(
        (name) => headerShape.parse(resolved(document, [...path, 'headers', name]).value).required === true,
      )
      .map((name) => name.toLowerCase()),
  };
}
