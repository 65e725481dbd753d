import { loadContract } from '@uat/contract';
import fastify from 'fastify';
import { expect, test } from 'vitest';

import type { Foundation } from '../foundation.ts';
import { createServices } from '../services.ts';
import { settingsFor } from '../settings.ts';
import { apiRoutes } from './api-routes.ts';

test('the platform serves the operations of the contract and no others', async () => {
  const served = await servedBy({ testing: true });

  const promised = await promisedOperations();
  expect(served.toSorted()).toEqual(promised.toSorted());
});

test('without test support it serves all other operations', async () => {
  const served = await servedBy({ testing: false });

  const promised = await promisedOperations();
  expect(served.toSorted()).toEqual(promised.filter((route) => !route.includes(' /testing/')).toSorted());
});

async function servedBy({ testing }: { testing: boolean }): Promise<string[]> {
  const served: string[] = [];
  const app = fastify({ exposeHeadRoutes: false });
  app.addHook('onRoute', ({ method, url }) => {
    for (const verb of [method].flat()) served.push(`${verb} ${url}`);
  });
  // No request is made, so no store is needed.
  const settings = settingsFor('http://127.0.0.1', { testing });
  const foundation = { settings, store: {}, keys: {}, folder: '' } as Foundation;
  await app.register((api) => apiRoutes(api, createServices(foundation)));
  return served.filter((route) => !route.endsWith(' /*'));
}

async function promisedOperations(): Promise<string[]> {
  const { operations } = await loadContract();
  // What stands beside the API is served beside it.
  const beside = /^\/runtime\/|^\/testing\/apps\/\{deployment_id\}\/$/;
  const api = [...operations.values()].filter(({ path }) => !beside.test(path));
  return api.map(
    ({ method, path }) =>
      `${method.toUpperCase()} ${path.replace(/\/\{path\}$/, '/*').replaceAll(/\{(\w+)\}/g, ':$1')}`,
  );
}
