import { afterAll, beforeAll, expect, test } from 'vitest';

import { json, testedPlatform, type TestedPlatform } from '../../testing/tested-platform.ts';

let tested: TestedPlatform;
let admin: string;

beforeAll(async () => {
  tested = await testedPlatform();
  admin = await tested.token('admin');
});
afterAll(() => tested[Symbol.asyncDispose]());

const ask = (method: string, path: string, body?: object) =>
  tested.call(method, path, { token: admin, ...(body && json(body)) });
const download = { model: 'kamiwaza-tiny/harbour-chat-GGUF', files_to_download: ['harbour-chat-f32.gguf'] };

test('a model is deployed with the requested context, and a repeated request returns the same deployment', async () => {
  const request = { ...download, novice_selected_context: 64 };
  const { body: begun } = await ask('POST', '/models/download_and_deploy', request);
  const { body: file } = await ask('GET', `/model_files/${begun.files[0]}`);
  const deployments = async () => (await ask('GET', `/serving/deployments?model_id=${file.model_id}`)).body;
  await expect.poll(async () => (await deployments()).length).toBe(1);
  const [{ id, m_config_id, m_file_id }] = await deployments();

  const { body: again } = await ask('POST', `/models/deploy_after_download/${file.model_id}`);

  expect(m_file_id).toBe(begun.files[0]);
  expect((await ask('GET', `/model_configs/${m_config_id}`)).body.config).toEqual({ max_model_len: 64 });
  expect(again).toMatchObject({ status: 'deployed', deployment_id: id });
  expect((await ask('GET', '/models/pending_deployments')).body).toMatchObject({
    pending_deployments: [],
    deployment_flags: {},
    total_pending: 0,
  });
  await ask('DELETE', `/models/${file.model_id}?force=true`);
});

test('a model without files is not deployed', async () => {
  const { body: model } = await ask('POST', '/models/', { name: 'empty' });

  const { body } = await ask('POST', `/models/deploy_after_download/${model.id}`);

  expect(body).toMatchObject({ status: 'downloading', deployment_id: null });
  expect((await ask('POST', '/models/deploy_after_download/unknown')).status).toBe(404);
});
