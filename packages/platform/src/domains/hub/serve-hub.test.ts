import { createHash } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';

import { listen, stopListening, type WebServer } from '../../server/listen.ts';
import type { Download, DownloadRecords } from '../downloads/download.ts';
import { openDownloads } from '../downloads/downloads.ts';
import { goodConditions } from './hub-conditions.ts';
import { hubRepository, searchHub } from './hub-client.ts';
import { bundledRepositories } from './bundled-repositories.ts';
import { serveHub } from './serve-hub.ts';

let server: WebServer;
let hub: string;
let folder: string;
const conditions = goodConditions();
const harbour = 'kamiwaza-tiny/harbour-chat-GGUF';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'uat-hub-'));
  ({ server, url: hub } = await listen(0));
  server.on('request', serveHub(bundledRepositories(), conditions));
});
afterEach(() => void Object.assign(conditions, goodConditions()));
afterAll(async () => {
  await stopListening(server);
  await rm(folder, { recursive: true, force: true });
});

function memoryRecords(): DownloadRecords {
  const all = new Map<string, Download>();
  return { save: (download) => void all.set(download.id, download), list: () => [...all.values()] };
}
const gguf = async () =>
  (await hubRepository(hub, harbour)).files.filter(({ name }) => name.endsWith('.gguf'));
let count = 0;
const newModel = () => `model-${(count += 1)}`;
const partSize = ({ path }: Download) => (existsSync(`${path}.part`) ? statSync(`${path}.part`).size : 0);

describe('a search', () => {
  test('finds parts of names over pages, and with exact whole names only', async () => {
    expect(await searchHub(hub, 'CHAT')).toMatchObject({ total: 6, partial: false, error: undefined });
    expect((await searchHub(hub, 'chat', { limit: 3 })).ids).toHaveLength(3);
    expect(await searchHub(hub, harbour, { exact: true })).toMatchObject({ ids: [harbour], total: 1 });
    expect(await searchHub(hub, 'harbour', { exact: true })).toMatchObject({ ids: [], total: 0 });
  });

  test('says so when the hub gave only a part, or nothing', async () => {
    const { server: strict, url } = await listen(0);
    strict.on('request', serveHub(bundledRepositories(), { ...goodConditions(), pagesPerMinute: 1 }));
    try {
      const partial = await searchHub(url, 'chat');
      expect(partial).toMatchObject({ partial: true, error: expect.stringContaining('429') });
      expect(partial.ids).toHaveLength(2);
      const nothing = await searchHub(url, 'chat');
      expect(nothing).toMatchObject({ ids: [], partial: false, error: expect.stringContaining('429') });
    } finally {
      await stopListening(strict);
    }
  });
});

describe('a file', () => {
  test('is what its listing says, whole or in ranges', async () => {
    const [file] = await gguf();
    const whole = Buffer.from(await (await fetch(file!.url)).arrayBuffer());
    expect([whole.length, createHash('sha256').update(whole).digest('hex')]).toEqual([
      file!.size,
      file!.sha256,
    ]);
    const part = async (range: string) => {
      const response = await fetch(file!.url, { headers: { range } });
      return [response.status, Buffer.from(await response.arrayBuffer())];
    };
    expect(await part('bytes=10-19')).toEqual([206, whole.subarray(10, 20)]);
    expect(await part('bytes=-5')).toEqual([206, whole.subarray(-5)]);
    expect((await part(`bytes=${file!.size}-`))[0]).toBe(416);
  });

  test('of a gated repository, or of none, is refused', async () => {
    await expect(hubRepository(hub, 'kamiwaza-gated/harbour-chat-GGUF')).rejects.toMatchObject({
      status: 401,
    });
    await expect(hubRepository(hub, 'unknown/nothing')).rejects.toMatchObject({ status: 404 });
  });
});

describe('a download', () => {
  test('brings the file, once', async () => {
    const downloads = openDownloads(memoryRecords(), folder);
    const model = newModel();
    const files = await gguf();
    const [started] = downloads.start(model, files);
    expect(downloads.start(model, files)[0]!.id).toBe(started!.id);
    await downloads.settled();

    const [entry] = downloads.list();
    expect(entry).toMatchObject({ download: { state: 'done' }, progress: { percentage: 100 } });
    const bytes = await readFile(started!.path);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(files[0]!.sha256);
  });

  test('goes on after a restart from where it was', async () => {
    const records = memoryRecords();
    conditions.bandwidth = 200_000;
    const before = openDownloads(records, folder);
    const [started] = before.start(newModel(), await gguf());
    await expect.poll(() => partSize(started!)).toBeGreaterThan(16_000);
    const { percentage } = before.list()[0]!.progress;
    expect(percentage).toBeGreaterThan(0);
    expect(percentage).toBeLessThan(100);
    await before.close();
    const had = partSize(started!);
    expect(existsSync(started!.path)).toBe(false);

    conditions.bandwidth = Infinity;
    const ranges: (string | undefined)[] = [];
    server.on('request', ({ headers }) => ranges.push(headers.range));
    const after = openDownloads(records, folder);
    after.resume();
    await after.settled();

    expect(ranges).toEqual([`bytes=${had}-`]);
    expect(after.list()[0]!.download.state).toBe('done');
    expect(existsSync(started!.path)).toBe(true);
  });

  test('that is cancelled leaves nothing, alone or with all of a model', async () => {
    conditions.bandwidth = 100_000;
    const downloads = openDownloads(memoryRecords(), folder);
    const [first, second] = [newModel(), newModel()];
    const [one] = downloads.start(first, await gguf());
    downloads.start(second, (await hubRepository(hub, 'kamiwaza-tiny/orchard-chat-GGUF')).files);
    await expect.poll(() => partSize(one!)).toBeGreaterThan(0);

    expect(await downloads.cancel(one!.id)).toMatchObject({
      state: 'cancelled',
      cancelledAt: expect.any(String),
    });
    expect(await downloads.cancel(one!.id)).toBeUndefined();
    expect([partSize(one!), existsSync(one!.path)]).toEqual([0, false]);
    expect(await downloads.cancelAll(first)).toEqual({ total: 0, cancelled: 0, failed: 0 });
    expect((await downloads.cancelAll(second)).cancelled).toBeGreaterThanOrEqual(1);
    await downloads.settled();
  });

  test('of bytes that are not what was promised fails and leaves nothing', async () => {
    conditions.content = (bytes) => {
      const spoilt = Buffer.from(bytes);
      spoilt[1_000] = (spoilt[1_000] ?? 0) ^ 1;
      return spoilt;
    };
    const downloads = openDownloads(memoryRecords(), folder);
    const [started] = downloads.start(newModel(), await gguf());
    await downloads.settled();

    expect(downloads.list()[0]!.download).toMatchObject({
      state: 'failed',
      error: expect.stringContaining('SHA-256'),
    });
    expect([partSize(started!), existsSync(started!.path)]).toEqual([0, false]);
  });

  test('never leaves its folder, whatever the hub calls the file', async () => {
    const downloads = openDownloads(memoryRecords(), folder);
    const [file] = await gguf();
    expect(() => downloads.start(newModel(), [{ ...file!, name: '../../evil.gguf' }])).toThrow('unusable');
    expect(existsSync(join(dirname(folder), 'evil.gguf'))).toBe(false);
  });
});
