import type { OpenApiDocument } from '@uat/contract';
import { z } from 'zod';

const schemaShape = z.looseObject({
  $ref: z.string().optional(),
  type: z.union([z.string(), z.array(z.string())]).optional(),
  enum: z.array(z.unknown()).optional(),
  const: z.unknown().optional(),
  anyOf: z.array(z.unknown()).optional(),
  oneOf: z.array(z.unknown()).optional(),
  allOf: z.array(z.unknown()).optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  items: z.unknown().optional(),
});

/** Ids are the same in every sample; all else differs from one turn to the next. */
const sampleId = 'a2f5bd0e-8a7c-4f2e-9d3b-0c1e5f6a7b8c';

/**
 * A value of a JSON schema of the document, with all its members; `turn` chooses among the values that there are.
 * References of more than a few levels end in `null`.
 */
export function sampleOf(
  document: OpenApiDocument,
  schema: unknown,
  turn: number,
  { name = '', depth = 0 } = {},
): unknown {
  const parsed = schemaShape.safeParse(schema);
  if (!parsed.success || depth > 8) return null;
  const one = parsed.data;
  const within = (inner: unknown, key = name) =>
    sampleOf(document, inner, turn, { name: key, depth: depth + 1 });
  if (one.$ref !== undefined) return within(at(document, one.$ref));
  if (one.enum !== undefined) return one.enum[turn % one.enum.length];
  if (one.const !== undefined) return one.const;
  if (one.allOf !== undefined) return Object.assign({}, ...one.allOf.map((part) => within(part)));
  const choice = (one.anyOf ?? one.oneOf ?? []).find((part) => Object(part).type !== 'null');
  if (choice !== undefined) return within(choice);
  switch ([one.type].flat()[0] ?? (one.properties ? 'object' : undefined)) {
    case 'object':
      return Object.fromEntries(
        Object.entries(one.properties ?? {}).map(([key, inner]) => [key, within(inner, key)]),
      );
    case 'array':
      return [within(one.items), within(one.items), within(one.items)];
    case 'boolean':
      return turn % 2 === 0;
    case 'integer':
    case 'number':
      return turn + 1;
    case 'string':
      return /(^|_)id$/.test(name) ? sampleId : `a sample of ${name} ${turn}`;
    default:
      return null;
  }
}

function at(document: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce<unknown>(
      (value, key) => Object(value)[key.replaceAll('~1', '/').replaceAll('~0', '~')],
      document,
    );
}
