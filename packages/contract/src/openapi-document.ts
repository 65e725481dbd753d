import { z } from 'zod';
import { DocumentError } from './document-error.ts';

const operation = z.looseObject({
  operationId: z.string().optional(),
  responses: z.record(z.string(), z.unknown()).optional(),
});

const documentShape = z.looseObject({
  openapi: z.string().regex(/^3\./),
  info: z.looseObject({ title: z.string(), version: z.string() }),
  servers: z.array(z.looseObject({ url: z.string() })).optional(),
  paths: z.record(
    z.string(),
    z.looseObject({
      get: operation.optional(),
      put: operation.optional(),
      post: operation.optional(),
      delete: operation.optional(),
      options: operation.optional(),
      head: operation.optional(),
      patch: operation.optional(),
      'x-uat-greedy': z.boolean().optional(),
    }),
  ),
});

/** The parts of an OpenAPI 3 document that are used here; the rest is kept unchanged. */
export type OpenApiDocument = z.infer<typeof documentShape>;

/**
 * Parses an OpenAPI 3 document in JSON or YAML.
 * @throws DocumentError, naming the source `where`, for anything else.
 */
export async function parseOpenApiDocument(text: string, where: string): Promise<OpenApiDocument> {
  const parsed = documentShape.safeParse(await parseText(text, where));
  if (parsed.success) return parsed.data;
  const first = parsed.error.issues[0];
  const place = first === undefined || first.path.length === 0 ? 'its content' : `'${first.path.join('.')}'`;
  throw new DocumentError(`${where} is not an OpenAPI 3 document: ${place} is missing or of the wrong type.`);
}

async function parseText(text: string, where: string): Promise<unknown> {
  try {
    // The YAML parser would take seconds for the megabytes of JSON that a live target serves.
    if (text.trimStart().startsWith('{')) return JSON.parse(text);
    const { parse } = await import('yaml');
    return parse(text);
  } catch {
    throw new DocumentError(`${where} is not an OpenAPI 3 document: it is neither JSON nor YAML.`);
  }
}
