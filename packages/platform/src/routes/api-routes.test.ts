import { loadContract } from '@uat/sdk/contract';
import fastify from 'fastify';
import { expect, test } from 'vitest';

import { createParts, type Foundation } from '../parts.ts';
import { settingsFor } from '../settings.ts';
import { apiRoutes } from './api-routes.ts';

test('the platform serves each operation of the contract, and nothing that is not in it', async () => {
  const served: string[] = [];
  const app = fastify({ exposeHeadRoutes: false });
  app.addHook('onRoute', ({ method, url }) => {
    for (const verb of [method].flat()) served.push(`${verb} ${url}`);
  });
  // Nothing is asked of it here, so it needs no store.
  const foundation = { settings: settingsFor('http://127.0.0.1'), store: {}, keys: {} } as Foundation;
  await app.register((api) => apiRoutes(api, createParts(foundation)));

  const { operations } = await loadContract();
  const promised = [...operations.values()].map(
    ({ method, path }) =>
      `${method.toUpperCase()} ${path.replace(/\/\{path\}$/, '/*').replaceAll(/\{(\w+)\}/g, ':$1')}`,
  );
  const beyond = served.filter((route) => !route.endsWith(' /*'));
  expect(beyond.toSorted()).toEqual(promised.toSorted());
});
