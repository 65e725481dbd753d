import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

import { expect, onTestFinished, test } from 'vitest';

import { json } from '../../testing/tested-platform.ts';
import { createApiClient } from '../../testing/api-client.ts';

const program = fileURLToPath(new URL('../../main.ts', import.meta.url));
const model = 'kamiwaza-tiny/harbour-chat-GGUF';

test('a download continues where it was when the platform was killed, and its file is deployed as requested', async () => {
  const data = await mkdtemp(join(tmpdir(), 'uat-killed-'));
  onTestFinished(() => rm(data, { recursive: true, force: true }));
  const before = await started(data);
  const asked = { model, files_to_download: ['harbour-chat-f32.gguf'] };
  const { body } = await before.ask('POST', '/models/download_and_deploy', asked, 'bandwidth=300000');
  const [id] = body.files;
  const file = async ({ ask }: Started) => (await ask('GET', `/model_files/${id}`)).body;
  await expect
    .poll(async () => (await file(before)).download_percentage, { timeout: 20_000 })
    .toBeGreaterThan(30);
  const { download_percentage: reached } = await file(before);
  await before.kill();

  const after = await started(data);

  // The first progress that shows: from the beginning it would be far less.
  let shown = 0;
  await expect
    .poll(async () => (shown = (await file(after)).download_percentage), { interval: 20, timeout: 20_000 })
    .toBeGreaterThan(0);
  expect(shown).toBeGreaterThanOrEqual(reached);
  await expect.poll(async () => (await file(after)).download_percentage, { timeout: 30_000 }).toBe(100);
  const { storage_location: path, checksum } = await file(after);
  expect(
    createHash('sha256')
      .update(await readFile(path))
      .digest('hex'),
  ).toBe(checksum);
  const deployments = async () => (await after.ask('GET', '/serving/deployments')).body;
  await expect
    .poll(deployments, { timeout: 20_000 })
    .toEqual([expect.objectContaining({ m_file_id: id, status: 'DEPLOYED' })]);
}, 90_000);

type Started = Awaited<ReturnType<typeof started>>;

/** A platform in a process of its own, as its administrator sees it. */
async function started(data: string) {
  const child = spawn(process.execPath, [program, '--data', data, '--testing', '--json'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => kill(child));
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  const { url } = JSON.parse(line.replace(/^UAT_PLATFORM=/, '')) as { url: string };
  const call = await createApiClient(url);
  const credentials = new URLSearchParams({ username: 'admin', password: 'kamiwaza' });
  const token = (await call('POST', '/auth/token', { body: credentials })).body.access_token;
  return {
    kill: () => kill(child),
    ask(method: string, path: string, body?: object, weather?: string) {
      const sent: RequestInit = body === undefined ? {} : json(body);
      const headers = new Headers(sent.headers);
      if (weather !== undefined) headers.set('x-test-hub', weather);
      return call(method, path, { ...sent, token, headers });
    },
  };
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}
