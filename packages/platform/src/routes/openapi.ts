import { readFile } from 'node:fs/promises';

import type { FastifyInstance } from 'fastify';

/** The API document, read from the contract the first time somebody asks. */
export function openapiRoute(app: FastifyInstance): void {
  let document: Promise<unknown> | undefined;
  app.get('/openapi.json', () => (document ??= readContract()));
}

async function readContract(): Promise<unknown> {
  const [{ contractUrl }, { parse }] = await Promise.all([import('@uat/sdk/contract'), import('yaml')]);
  return parse(await readFile(contractUrl, 'utf8'));
}
