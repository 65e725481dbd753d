import { expect, test } from 'vitest';

import { rebindingNames } from './rebinding-names.ts';

test('a name of the zone leads to each of its addresses in turn, every other name where it always does', async () => {
  const resolve = rebindingNames(async (hostname) => [{ address: hostname, family: 4 }]);
  const name = 'one.127-0-0-1.127-0-0-2.turning.test';

  const led = [await resolve(name), await resolve(name), await resolve(name), await resolve('localhost')];

  expect(led.flat().map(({ address }) => address)).toEqual([
    '127.0.0.1',
    '127.0.0.2',
    '127.0.0.1',
    'localhost',
  ]);
});
