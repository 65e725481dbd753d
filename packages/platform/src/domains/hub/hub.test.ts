import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { json, testedPlatform, type TestedPlatform } from '../../testing/tested-platform.ts';

const harbour = { model: 'kamiwaza-tiny/harbour-chat-GGUF', files_to_download: ['harbour-chat-f32.gguf'] };
const orchard = { model: 'kamiwaza-tiny/orchard-chat-GGUF', files_to_download: ['orchard-chat-f32.gguf'] };

let tested: TestedPlatform;
let admin: string;
let user: string;
let viewer: string;

beforeAll(async () => {
  tested = await testedPlatform({ testing: true });
  [admin, user, viewer] = await Promise.all([
    tested.token('admin'),
    tested.token('tester'),
    tested.token('testuser'),
  ]);
});
afterAll(() => tested[Symbol.asyncDispose]());

async function as(token: string, method: string, path: string, body?: unknown, weather?: string) {
  const sent: RequestInit = body === undefined ? {} : json(body);
  const headers = new Headers(sent.headers);
  if (weather !== undefined) headers.set('x-test-hub', weather);
  return tested.call(method, path, { ...sent, token, headers });
}
const fileAt = async (id: string) => (await as(viewer, 'GET', `/model_files/${id}`)).body;
const remove = async (id: string) => {
  const { model_id } = await fileAt(id);
  expect((await as(admin, 'DELETE', `/models/${model_id}`)).status).toBe(200);
};

describe('a search', () => {
  const search = async (body: object, weather?: string) =>
    (await as(viewer, 'POST', '/models/search/', body, weather)).body;
  const names = ({ results }: { results: { model: { repo_modelId: string } }[] }) =>
    results.map(({ model }) => model.repo_modelId);

  test('finds what has the words in its name, up to a limit, or what has exactly that name', async () => {
    expect(names(await search({ query: 'chat' }))).toHaveLength(6);
    expect(names(await search({ query: 'chat', limit: 3 }))).toHaveLength(3);
    expect(names(await search({ query: harbour.model, exact: true }))).toEqual([harbour.model]);
    expect(names(await search({ query: 'harbour', exact: true }))).toEqual([]);
  });

  test('finds the catalogue too, and only that when no hub is to be searched', async () => {
    const { body: model } = await as(admin, 'POST', '/models/', { name: `chat-${randomUUID()}` });

    const everywhere = await search({ query: 'chat' });
    const here = await search({ query: model.name, hubs_to_search: [] });

    expect(everywhere.results.map(({ id }: { id: string }) => id)).toContain(model.id);
    expect(here).toMatchObject({ results: [{ id: model.id }], local_results_only: true, hub_error: null });
    await as(admin, 'DELETE', `/models/${model.id}`);
  });

  test('says so when the hub gave a part only, or nothing', async () => {
    const weather = `pages=1;caller=${randomUUID()}`;

    const part = await search({ query: 'chat' }, weather);
    const nothing = await search({ query: 'chat' }, weather);

    expect(part).toMatchObject({ hub_results_partial: true, hub_error: expect.stringContaining('429') });
    expect(part.results).toHaveLength(2);
    expect(nothing).toMatchObject({ results: [], hub_results_partial: false, local_results_only: true });
  });

  test.each([{}, { query: 1 }, { query: 'x', limit: 0 }, { query: 'x', hubs_to_search: ['nowhere'] }])(
    'of %j is none',
    async (body) => {
      expect((await as(viewer, 'POST', '/models/search/', body)).status).toBe(422);
    },
  );
});

describe('files of a repository', () => {
  test.each(['HubsHf', 'hf', 'HF'])('are found on %s', async (hub) => {
    const { body } = await as(viewer, 'POST', '/model_files/search/', { hub, model: harbour.model });
    expect(body).toContainEqual(
      expect.objectContaining({ name: 'harbour-chat-f32.gguf', hub: 'HubsHf', download: false }),
    );
  });

  test.each([
    ['of a hub that is not there', { hub: 'nowhere', model: harbour.model }, 422],
    ['of no repository', { hub: 'HubsHf', model: 'unknown/nothing' }, 404],
    ['of a name that is none', { hub: 'HubsHf', model: '../../etc' }, 422],
    ['of a gated repository', { hub: 'HubsHf', model: 'kamiwaza-gated/harbour-chat-GGUF' }, 401],
  ])('%s are refused', async (_which, body, status) => {
    expect((await as(user, 'POST', '/model_files/search/', body)).status).toBe(status);
    if (body.hub === 'HubsHf')
      expect((await as(user, 'POST', '/models/download/', { model: body.model })).status).toBe(status);
  });
});

describe('a download', () => {
  test('brings the file that was asked for, and neither another one nor a deployment', async () => {
    const { body } = await as(user, 'POST', '/models/download/', { ...harbour, deploy_after_download: true });
    const [id] = body.files;
    await expect.poll(async () => (await fileAt(id)).is_downloading).toBe(false);

    const file = await fileAt(id);
    expect(file).toMatchObject({ download: true, download_percentage: 100 });
    const bytes = await readFile(file.storage_location);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(file.checksum);
    const { body: model } = await as(viewer, 'GET', `/models/${file.model_id}`);
    expect(model).toMatchObject({ repo_modelId: harbour.model, purpose: 'chat' });
    const others = model.m_files.filter((one: { id: string }) => one.id !== id);
    expect(others).toMatchObject([{ name: 'README.md', download: false, storage_location: null }]);
    const { body: configs } = await as(viewer, 'GET', `/models/${file.model_id}/configs`);
    expect(configs).toMatchObject([{ name: 'Default Model Config', default: true }]);
    expect((await as(viewer, 'GET', '/models/pending_deployments')).body).toMatchObject({
      pending_deployments: [],
      total_pending: 0,
    });

    await remove(id);
    expect(existsSync(file.storage_location)).toBe(false);
    expect((await as(admin, 'GET', `/model_files/${id}`)).status).toBe(404);
  });

  test('is seen on its way, and given up', async () => {
    const slow = `bandwidth=200000`;
    const { body } = await as(user, 'POST', '/models/download/', harbour, slow);
    const [id] = body.files;
    await expect.poll(async () => (await fileAt(id)).download_percentage).toBeGreaterThan(0);
    const again = await as(user, 'POST', '/models/download/', harbour, slow);
    expect(again.body.files).toEqual([id]);
    const { body: pending } = await as(viewer, 'GET', '/models/pending_deployments');
    expect(pending).toMatchObject({ downloading_models: [harbour.model], total_downloading: 1 });

    expect((await as(viewer, 'DELETE', `/model_files/${id}/download`)).status).toBe(403);
    const { body: cancelled } = await as(user, 'DELETE', `/model_files/${id}/download`);
    const { body: twice } = await as(user, 'DELETE', `/model_files/${id}/download`);

    expect([cancelled.result, twice.result]).toEqual([true, false]);
    expect(await fileAt(id)).toMatchObject({
      download: false,
      is_downloading: false,
      download_percentage: null,
      download_cancelled_at: cancelled.cancelled_at,
    });
    const { body: statuses } = await as(viewer, 'GET', '/model_files/download_status/');
    expect(statuses).toContainEqual(expect.objectContaining({ id, is_downloading: false, download: false }));

    // It can be asked for anew, and is the same file.
    expect((await as(user, 'POST', '/models/download/', harbour)).body.files).toEqual([id]);
    await expect.poll(async () => (await fileAt(id)).download_percentage).toBe(100);
    await remove(id);
  });

  test('is given up with all of its model, or with all there are', async () => {
    const slow = 'bandwidth=100000';
    const [one, other] = await Promise.all(
      [harbour, orchard].map(async (body) => (await as(user, 'POST', '/models/download/', body, slow)).body),
    );
    const { model_id } = await fileAt(one.files[0]);
    const cancelAll = async (query: string) =>
      (await as(user, 'DELETE', `/model_files/downloads/cancel_all${query}`)).body;

    expect(await cancelAll(`?model_id=${model_id}`)).toMatchObject({
      total_downloads: 1,
      cancelled_count: 1,
      failed_count: 0,
    });
    expect((await fileAt(other.files[0])).is_downloading).toBe(true);
    expect(await cancelAll('')).toMatchObject({ total_downloads: 1, cancelled_count: 1 });
    expect(await cancelAll('')).toMatchObject({ total_downloads: 0, cancelled_count: 0, result: true });
    await Promise.all([remove(one.files[0]), remove(other.files[0])]);
  });

  test('of bytes that are not what was promised is none', async () => {
    const { body } = await as(user, 'POST', '/models/download/', orchard, 'spoilt=1');
    const [id] = body.files;
    await expect.poll(async () => (await fileAt(id)).is_downloading).toBe(false);

    expect(await fileAt(id)).toMatchObject({ download: false, storage_location: null });
    expect(tested.complaints.join()).toContain('SHA-256');
    await remove(id);
  });

  test('of a file that the repository does not have, or by a viewer, does not begin', async () => {
    const nothing = { ...harbour, files_to_download: ['nothing.gguf'] };
    expect((await as(user, 'POST', '/models/download/', nothing)).status).toBe(422);
    expect((await as(user, 'POST', '/models/download/', { ...harbour, hub: 'nowhere' })).status).toBe(422);
    expect((await as(viewer, 'POST', '/models/download/', harbour)).status).toBe(403);
  });

  test('names a weather that can be read', async () => {
    expect((await as(user, 'GET', '/testing/hub', undefined, 'pages=1')).status).toBe(403);
    expect((await as(admin, 'GET', '/testing/hub', undefined, 'pages=1')).body).toEqual({
      weather: 'pages=1',
    });
    const odd = await fetch(`${tested.url}/api/models/search/`, {
      method: 'POST',
      headers: { authorization: `Bearer ${user}`, 'x-test-hub': 'rain', 'content-type': 'application/json' },
      body: '{"query":"x"}',
    });
    expect(odd.status).toBe(400);
  });
});

describe('a file that is entered by hand', () => {
  test.each(['file', 's3', 'gcs', 'azureblob', 'scratch', 'oci'])(
    'lies in storage of the kind %s, and is there until it is removed',
    async (storage_type) => {
      const given = { name: `weights-${randomUUID()}.bin`, size: 7, storage_type };

      const { status, body: file } = await as(user, 'POST', '/model_files/', given);

      expect([status, file]).toMatchObject([200, { ...given, storage_host: 'localhost' }]);
      expect(await fileAt(file.id)).toEqual(file);
      expect((await as(viewer, 'GET', '/model_files/')).body).toContainEqual(file);
      expect((await as(user, 'DELETE', `/model_files/${file.id}`)).status).toBe(200);
      expect((await as(admin, 'GET', `/model_files/${file.id}`)).status).toBe(404);
      expect((await as(user, 'GET', `/model_files/${file.id}`)).status).toBe(403);
    },
  );

  test.each([{}, { name: '' }, { name: 'x', size: -1 }, { name: 'x', storage_type: 'tape' }])(
    'is none as %j',
    async (body) => {
      expect((await as(user, 'POST', '/model_files/', body)).status).toBe(422);
    },
  );

  test('is removed by its creator and by administrators only', async () => {
    const enter = async () => (await as(admin, 'POST', '/model_files/', { name: 'weights.bin' })).body.id;
    const id = await enter();

    expect((await as(viewer, 'DELETE', `/model_files/${id}`)).status).toBe(403);
    expect((await as(user, 'DELETE', `/model_files/${id}`)).status).toBe(403);
    expect((await as(admin, 'DELETE', `/model_files/${id}`)).status).toBe(200);
  });
});
