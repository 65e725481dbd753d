import { readFile } from 'node:fs/promises';

import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

import type { Services } from '../services.ts';
import type { Settings } from '../settings.ts';

const documentSchema = z.looseObject({
  paths: z.record(z.string(), z.unknown()),
  'x-uat-capabilities': z.array(z.string()),
});
const ofRelations = /^\/auth\/(tuples|check|audit)\b/;

/** The API document, read from the contract on first use. */
export function openapiRoute(app: FastifyInstance, { settings }: Services): void {
  let document: Promise<unknown> | undefined;
  app.get('/openapi.json', () => (document ??= readContract(settings)));
}

// Without the test-support API, unless it is on, and without relations, when they are off.
async function readContract({ testing, relations }: Settings): Promise<unknown> {
  const { contractUrl } = await import('@uat/contract');
  const document = documentSchema.parse(JSON.parse(await readFile(contractUrl, 'utf8')));
  const shown = Object.entries(document.paths)
    .filter(([path]) => testing || !path.startsWith('/testing/'))
    .filter(([path]) => relations || !ofRelations.test(path));
  const capabilities = [...document['x-uat-capabilities'], ...(relations ? [] : ['no-relations'])];
  return { ...document, paths: Object.fromEntries(shown), 'x-uat-capabilities': capabilities };
}
