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

/** The documented response for one status. */
export interface DocumentedResponse {
  /** Content types, each with the JSON pointer to its schema; undefined if the body is not specified. */
  readonly content: ReadonlyMap<string, string> | undefined;
  readonly bodyOptional: boolean;
  /** Required headers, in lower case. */
  readonly requiredHeaders: readonly string[];
}

/** One method on one path template. */
export interface Operation {
  readonly operationId: string;
  /** Upper case. */
  readonly method: string;
  /** The template, without the server's prefix: `/auth/pats/{jti}`. */
  readonly path: string;
  /** Whether the last parameter may contain slashes. */
  readonly greedy: boolean;
  /** Whether the response contains a token or a password intended for the caller. */
  readonly givesSecrets: boolean;
  /** By status: `200`, `4XX`, `default`. */
  readonly responses: ReadonlyMap<string, DocumentedResponse>;
}

/** All operations of the document by method and path template (`GET /ping`), in the document's order. */
export function operationsOf(document: OpenApiDocument): ReadonlyMap<string, Operation> {
  const operations = new Map<string, Operation>();
  for (const [path, item] of Object.entries(document.paths)) {
    for (const verb of verbs) {
      const operation = item[verb];
      if (operation === undefined) continue;
      const method = verb.toUpperCase();
      const at = ['paths', path, verb, 'responses'];
      const responses = Object.keys(operation.responses ?? {}).map(
        (status) => [status, documentedResponse(document, [...at, status])] as const,
      );
      operations.set(`${method} ${path}`, {
        operationId: operation.operationId ?? `${method} ${path}`,
        method,
        path,
        greedy: item['x-uat-greedy'] === true,
        givesSecrets: operation['x-uat-gives-secrets'] === true,
        responses: new Map(responses),
      });
    }
  }
  return operations;
}

function documentedResponse(document: OpenApiDocument, at: readonly string[]): DocumentedResponse {
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
