import { afterAll, beforeAll, expect, test } from 'vitest';

import { testedPlatform, type TestedPlatform } from '../../testing/tested-platform.ts';

let tested: TestedPlatform;
let admin: string;
let viewer: string;

beforeAll(async () => {
  tested = await testedPlatform();
  [admin, viewer] = await Promise.all([tested.token('admin'), tested.token('testuser')]);
});
afterAll(() => tested[Symbol.asyncDispose]());

const guide = async () => (await tested.call('GET', '/guide/', { token: viewer })).body;
const ids = (entries: { id: string }[]) => entries.map(({ id }) => id);

test('the guide proposes models of the hub, each with a file for this machine', async () => {
  const entries = await guide();

  expect(entries).toHaveLength(6);
  for (const { variants } of entries)
    expect(variants).toMatchObject([
      { variant_type: 'gguf', minimum_vram: 0, recommended_file: expect.stringMatching(/gguf$/) },
    ]);
});

test('to bring it in again adds nothing; to replace it makes it anew', async () => {
  const before = await guide();

  const { body } = await tested.call('POST', '/guide/import', { token: admin });
  expect(body).toMatchObject({ added: 0, kept: 6 });
  expect(await guide()).toEqual(before);

  await tested.call('POST', '/guide/import?replace=true', { token: admin });
  expect(ids(await guide())).toHaveLength(6);
  expect(ids(await guide())).not.toContain(before[0].id);
});

test('a refresh keeps the entries and brings them up to date', async () => {
  const before = await guide();

  const { body } = await tested.call('POST', '/guide/refresh', { token: admin });

  expect(body).toMatchObject({ updated: 6, added: 0 });
  const after = await guide();
  expect(ids(after)).toEqual(ids(before));
  expect(Date.parse(after[0].modified_timestamp)).toBeGreaterThanOrEqual(
    Date.parse(before[0].modified_timestamp),
  );
});

test.each(['/guide/import', '/guide/refresh'])('%s is for administrators', async (path) => {
  expect((await tested.call('POST', path, { token: viewer })).status).toBe(403);
});
