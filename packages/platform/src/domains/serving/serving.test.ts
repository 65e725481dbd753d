import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

import { afterAll, beforeAll, expect, test, vi } from 'vitest';

import { isRunning } from '../../server/is-running.ts';
import { createApiClient } from '../../testing/api-client.ts';
import { json, testedPlatform, type TestedPlatform } from '../../testing/tested-platform.ts';

const repository = 'kamiwaza-tiny/harbour-chat-GGUF';

let tested: TestedPlatform;
let admin: string;
let viewer: string;
let modelId: string;
let fileIds: string[];

beforeAll(async () => {
  tested = await testedPlatform({ testing: true });
  [admin, viewer] = await Promise.all([tested.token('admin'), tested.token('testuser')]);
  fileIds = (await ask('POST', '/models/download/', { model: repository })).body.files;
  [{ m_id: modelId }] = (await ask('GET', '/model_files/download_status/')).body;
  const percentages = async () =>
    (await ask('GET', '/model_files/download_status/')).body.map(
      (file: { download_percentage: number }) => file.download_percentage,
    );
  const arrived = async () => (await percentages()).every((percentage: number) => percentage === 100);
  await vi.waitUntil(arrived, { timeout: 20_000 });
});
afterAll(() => tested[Symbol.asyncDispose]());

const ask = (
  method: string,
  path: string,
  body?: unknown,
  { token = admin, on = tested }: { token?: string; on?: Pick<TestedPlatform, 'call'> } = {},
) => on.call(method, path, { token, ...(body !== undefined && json(body)) });
const configOf = async (config: object = {}) =>
  (await ask('POST', '/model_configs/', { m_id: modelId, default: true, ...config })).body.id;
const deploy = async (asked: object = {}, config: object = {}): Promise<string> =>
  (
    await ask('POST', '/serving/deploy_model', {
      m_id: modelId,
      m_config_id: await configOf(config),
      ...asked,
    })
  ).body;
const deployment = async (id: string, on: Pick<TestedPlatform, 'call'> = tested, token = admin) =>
  (await ask('GET', `/serving/deployment/${id}`, undefined, { on, token })).body;
const settled = async (id: string, on: Pick<TestedPlatform, 'call'> = tested, token = admin) => {
  const waiting = new Set(['REQUESTED', 'DEPLOYING', 'INITIALIZING']);
  const status = async () => (await deployment(id, on, token)).status;
  await expect.poll(status, { timeout: 60_000 }).not.toSatisfy((now: string) => waiting.has(now));
  return deployment(id, on, token);
};
const logOf = async (id: string) => (await ask('GET', `/serving/deployment/${id}/logs`)).body.logs.join('\n');
const infer = (id: string, token: string | undefined, body: object = {}) =>
  fetch(`${tested.url}/runtime/models/${id}/v1/chat/completions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify({ messages: [{ role: 'user', content: 'Gulls' }], temperature: 0, ...body }),
  });

test('a model is deployed, answers, is stopped, and is gone', { timeout: 90_000 }, async () => {
  const asked = await ask('POST', '/serving/deploy_model', { m_id: modelId, m_config_id: await configOf() });
  expect(asked.status).toBe(202);
  const id: string = asked.body;
  expect(await settled(id)).toMatchObject({
    status: 'DEPLOYED',
    m_name: repository,
    capabilities: ['chat.completions'],
    last_error_code: null,
    instances: [{ deployment_id: id, status: 'DEPLOYED' }],
  });

  const answer = (await (await infer(id, viewer)).json()) as { choices: object[] };
  expect(answer.choices[0]).toMatchObject({
    message: { content: 'circle above every fishing boat all morning.' },
  });
  const streamed = await infer(id, viewer, { stream: true });
  expect(streamed.headers.get('content-type')).toBe('text/event-stream');
  expect((await streamed.text()).trimEnd()).toMatch(/data: \[DONE\]$/u);
  expect((await infer(id, undefined)).status).toBe(401);
  expect((await infer(randomUUID(), viewer)).status).toBe(404);

  const [instance] = (await ask('GET', `/serving/model_instances?deployment_id=${id}`)).body;
  expect((await ask('GET', `/serving/model_instance/${instance.id}`)).status).toBe(200);
  expect((await ask('DELETE', `/models/${modelId}`)).status).toBe(409);
  expect((await ask('DELETE', `/serving/deployment/${id}/delete`)).status).toBe(409);
  expect((await ask('DELETE', `/serving/deployment/${id}`, undefined, { token: viewer })).status).toBe(403);
  expect((await ask('DELETE', `/serving/deployment/${id}`)).body).toBe(true);

  expect((await deployment(id)).status).toBe('STOPPED');
  expect(isRunning(Number(instance.container_id))).toBe(false);
  expect((await infer(id, viewer)).status).toBe(404);
  expect((await ask('GET', `/serving/model_instance/${instance.id}`)).status).toBe(404);
  expect((await ask('DELETE', `/serving/deployment/${id}/delete`)).body).toBe(true);
  expect((await ask('GET', `/serving/deployment/${id}`)).status).toBe(404);
});

test('what keeps a model from serving is told by its cause', { timeout: 90_000 }, async () => {
  const readme = (await ask('GET', `/model_files/`)).body.find(
    ({ id, name }: { id: string; name: string }) => fileIds.includes(id) && name === 'README.md',
  );
  const causes: [string, string][] = [
    ['MODEL_LOADING_FAILURE', await deploy({ m_file_id: readme.id })],
    ['NoFitError', await deploy({ vram_allocation: 2 ** 50 })],
    ['STARTUP_TIMEOUT', await deploy({}, { system_config: { startup_timeout_seconds: 0.001 } })],
  ];
  for (const [code, id] of causes) {
    const { status, last_error_code, last_error_message } = await settled(id);
    expect([status, last_error_code]).toEqual(['FAILED', code]);
    expect(await logOf(id)).toContain(last_error_message);
    expect((await infer(id, viewer)).status).toBe(404);
  }

  const { body: empty } = await ask('POST', '/models/', { name: 'without files' });
  const { body: config } = await ask('POST', '/model_configs/', { m_id: empty.id, default: true });
  const { body: id } = await ask('POST', '/serving/deploy_model', { m_id: empty.id, m_config_id: config.id });
  expect(await settled(id)).toMatchObject({
    status: 'MUST_REDOWNLOAD',
    last_error_code: 'MUST_REDOWNLOAD',
  });
});

test('an engine that dies is noticed by the next request', { timeout: 90_000 }, async () => {
  const id = await deploy({ runtime_env: { LD_LIBRARY_PATH: '/tmp', GREETING: 'hello' } });
  const { runtime_env } = await settled(id);
  expect(runtime_env).toEqual({ GREETING: 'hello' });
  expect(await logOf(id)).toMatch(/WARN .*LD_LIBRARY_PATH/u);

  expect((await ask('POST', `/testing/deployments/${id}/kill`)).body).toEqual({ killed: true });

  expect(await deployment(id)).toMatchObject({ status: 'FAILED', last_error_code: 'CONTAINER_EXITED' });
  const { body: patterns } = await ask('GET', `/serving/deployment/${id}/logs/patterns`);
  expect(patterns.patterns_detected).toMatchObject({ container_exited: true, oom: false });
});

test('a copy that dies leaves the others to serve, and the last takes the deployment with it', async () => {
  const id = await deploy({ starting_copies: 2 });
  const { instances } = await settled(id);
  const [doomed, left] = instances.map((one: { id: string }) => one.id);
  const kill = (instance: string) => ask('POST', `/testing/deployments/${id}/kill?instance_id=${instance}`);

  await kill(doomed);

  expect(await deployment(id)).toMatchObject({ status: 'DEPLOYED', instances: [{ id: left }] });
  expect((await infer(id, viewer)).status).toBe(200);
  expect(await logOf(id)).toMatch(/WARN A copy is gone, 1 serve/u);
  expect((await kill(doomed)).body).toEqual({ killed: false });
  await kill(left);
  expect(await deployment(id)).toMatchObject({ status: 'FAILED', last_error_code: 'CONTAINER_EXITED' });
});

test('what is not there, or cannot be, is refused', async () => {
  const config = await configOf();
  const body = (changes: object) => ({ m_id: modelId, m_config_id: config, ...changes });
  const refusal = async (method: string, path: string, given?: unknown) =>
    (await ask(method, path, given)).status;

  for (const changes of [{ m_id: randomUUID() }, { m_config_id: randomUUID() }, { m_file_id: randomUUID() }])
    expect(await refusal('POST', '/serving/deploy_model', body(changes))).toBe(404);
  for (const changes of [
    { m_id: 'x' },
    { starting_copies: 0 },
    { engine_name: 'steam' },
    { runtime_env: [] },
  ])
    expect(await refusal('POST', '/serving/deploy_model', body(changes))).toBe(422);
  expect(await refusal('GET', '/serving/deployments?capability=flight')).toBe(422);
  expect(await refusal('GET', '/serving/logs/steam')).toBe(422);
  expect(await refusal('GET', '/serving/logs/vllm')).toBe(200);
  expect(await refusal('GET', `/serving/model_instance/${randomUUID()}`)).toBe(404);
  const estimate = await ask('POST', '/serving/estimate_model_vram', body({ starting_copies: 2 }));
  expect(estimate.body.computed_vram_estimate).toBeGreaterThan(2 ** 20);
});

test('a configuration is kept until it is removed', async () => {
  const id = await configOf({ name: 'first', config: { max_model_len: 64 } });
  expect((await ask('GET', `/model_configs/${id}`)).body).toMatchObject({ m_id: modelId, name: 'first' });

  await ask('PUT', `/model_configs/${id}`, { m_id: modelId, default: false, name: 'second' });
  expect((await ask('GET', `/models/${modelId}/configs?default=false`)).body).toMatchObject([
    { id, name: 'second' },
  ]);
  await ask('DELETE', `/model_configs/${id}`);

  expect((await ask('GET', `/model_configs/${id}`)).status).toBe(404);
});

test(
  'what was deployed when the platform was killed is deployed again by the next, and no engine is left over',
  { timeout: 90_000 },
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'uat-serving-'));
    try {
      const { first, kill } = await killablePlatform(folder);
      const token: string = (await first.signIn('admin', 'kamiwaza')).body.access_token;
      const at = { token, on: first };
      await ask('POST', '/models/download/', { model: repository }, at);
      const files = async () => (await ask('GET', '/model_files/', undefined, at)).body;
      const whole = ({ download_percentage }: { download_percentage: number }) => download_percentage === 100;
      await expect.poll(async () => (await files()).map(whole)).toEqual([true, true]);
      const [{ model_id: m_id }] = await files();
      const { body: config } = await ask('POST', '/model_configs/', { m_id, default: true }, at);
      const deployOne = async () =>
        (await ask('POST', '/serving/deploy_model', { m_id, m_config_id: config.id }, at)).body;
      const served: string = await deployOne();
      const [before] = (await settled(served, first, token)).instances;
      const starting: string = await deployOne();
      const { status: reached } = await deployment(starting, first, token);

      await kill();

      expect(['REQUESTED', 'DEPLOYING', 'INITIALIZING']).toContain(reached);

      await expect.poll(() => isRunning(Number(before.container_id)), { timeout: 10_000 }).toBe(false);
      await using second = await testedPlatform({ dataDir: folder });
      const again = await second.token('admin');
      for (const id of [served, starting]) {
        const { status, instances } = await settled(id, second, again);
        expect([status, instances.length]).toEqual(['DEPLOYED', 1]);
        expect(instances[0].container_id).not.toBe(before.container_id);
      }
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
);

/** A platform in a process of its own, which can be killed. */
async function killablePlatform(folder: string) {
  const main = fileURLToPath(new URL('../../main.ts', import.meta.url));
  const child = spawn(process.execPath, [main, '--json', '--data', folder], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [line]: [string] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  const { url } = JSON.parse(line.replace('UAT_PLATFORM=', '')) as { url: string };
  const call = await createApiClient(url);
  const signIn = (username: string, password: string) =>
    call('POST', '/auth/token', { body: new URLSearchParams({ username, password }) });
  const kill = async () => {
    const closed = once(child, 'close');
    child.kill('SIGKILL');
    await closed;
  };
  return { first: { call, signIn }, kill };
}
