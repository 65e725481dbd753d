import { readFile } from 'node:fs/promises';

import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

import type { Parts } from '../parts.ts';

const documentSchema = z.looseObject({ paths: z.record(z.string(), z.unknown()) });

/** The API document, read from the contract the first time somebody asks. */
export function openapiRoute(app: FastifyInstance, { settings }: Parts): void {
  let document: Promise<unknown> | undefined;
  app.get('/openapi.json', () => (document ??= readContract(settings.testing)));
}

// The door for tests stands in the document only while it is open.
async function readContract(testing: boolean): Promise<unknown> {
  const { contractUrl } = await import('@uat/sdk/contract');
  const { paths, ...rest } = documentSchema.parse(JSON.parse(await readFile(contractUrl, 'utf8')));
  const shown = Object.entries(paths).filter(([path]) => testing || !path.startsWith('/testing/'));
  return { ...rest, paths: Object.fromEntries(shown) };
}
