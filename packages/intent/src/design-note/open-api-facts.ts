import { z } from 'zod';

const operationSchema = z.looseObject({
  operationId: z.string().optional(),
  summary: z.string().optional(),
  tags: z.array(z.string()).optional(),
  'x-auth-role': z.string().optional(),
});
const documentSchema = z.looseObject({
  info: z
    .looseObject({ title: z.string().optional(), version: z.union([z.string(), z.number()]).optional() })
    .optional(),
  paths: z.record(z.string(), z.unknown()).optional(),
  components: z.looseObject({ schemas: z.record(z.string(), z.unknown()).optional() }).optional(),
});

const methods = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options', 'trace'] as const;

export interface OpenApiFacts {
  title: string;
  version: string;
  operations: { name: string; summary: string; role: string | undefined; entities: string[] }[];
  /** Names of the schemas. */
  entities: string[];
  roles: string[];
}

/** Operations, entities and roles of an OpenAPI document; undefined for anything else. */
export function openApiFacts(document: unknown): OpenApiFacts | undefined {
  const parsed = documentSchema.safeParse(document);
  if (!parsed.success || parsed.data.paths === undefined) return undefined;
  const { info, paths, components } = parsed.data;
  const operations = Object.entries(paths).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const found = operationSchema.safeParse((item as Record<string, unknown> | null)?.[method]);
      if (!found.success) return [];
      const { summary = '', operationId = '' } = found.data;
      return [
        {
          name: `${method.toUpperCase()} ${path}`,
          summary: summary === '' ? operationId : summary,
          role: found.data['x-auth-role'],
          entities: schemaNames(found.data),
        },
      ];
    }),
  );
  return {
    title: info?.title ?? 'the API',
    version: String(info?.version ?? ''),
    operations,
    entities: Object.keys(components?.schemas ?? {}),
    roles: [...new Set(operations.map(({ role }) => role).filter((role) => role !== undefined))],
  };
}

/** The named schemas that an operation refers to. */
function schemaNames(operation: unknown): string[] {
  const found = new Set<string>();
  const waiting: unknown[] = [operation];
  const seen = new Set<unknown>();
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
    if (typeof one !== 'object' || one === null || seen.has(one)) continue;
    seen.add(one);
    for (const [key, value] of Object.entries(one)) {
      const name =
        key === '$ref' && typeof value === 'string'
          ? /^#\/components\/schemas\/(.+)$/.exec(value)?.[1]
          : undefined;
      if (name === undefined) waiting.push(value);
      else found.add(name);
    }
  }
  return [...found];
}
