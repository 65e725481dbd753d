import { readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { $ } from 'zx';
import type { Figure } from './figure.ts';
import { proxiedPlatform } from './proxied-platform.ts';

const repository = 'kamiwaza-tiny/harbour-chat-GGUF';
const rounds = 5;

/**
 * The footprint of the model engine: disk of all packages, memory of a platform with one model, and the wait from the 202
 * of a deployment to the first word. Linux only: memory is read from /proc.
 */
export async function engine(): Promise<Figure[]> {
  await using platform = await proxiedPlatform();
  const { KAMIWAZA_USERNAME: username = '', KAMIWAZA_PASSWORD: password = '' } = platform.env;
  const form = new URLSearchParams({ username, password });
  const signIn = await fetch(`${platform.url}/api/auth/token`, { method: 'POST', body: form });
  const { access_token } = (await signIn.json()) as { access_token: string };
  const call = (method: string, path: string, body?: object) =>
    fetch(`${platform.url}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${access_token}`,
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
  const api = async <T>(method: string, path: string, body?: object) => {
    const answer = await call(method, `/api${path}`, body);
    if (!answer.ok) throw new Error(`${method} ${path} ${answer.status}: ${await answer.text()}`);
    return answer.json() as Promise<T>;
  };

  await api('POST', '/models/download/', { model: repository });
  const arrived = async () => {
    const files = await api<{ download_percentage: number }[]>('GET', '/model_files/download_status/');
    return files.every((file) => file.download_percentage === 100);
  };
  while (!(await arrived())) await delay(100);
  const [model] = await api<{ id: string }[]>('GET', '/models/');
  const [config] = await api<{ id: string }[]>('GET', `/model_configs/?model_id=${model?.id}`);

  const waits: number[] = [];
  let megabytes = 0;
  for (let round = 0; round < rounds; round += 1) {
    const deployment = { m_id: model?.id, m_config_id: config?.id };
    const id = await api<string>('POST', '/serving/deploy_model', deployment);
    const accepted = performance.now();
    await firstWord(() =>
      call('POST', `/runtime/models/${id}/v1/chat/completions`, {
        messages: [{ role: 'user', content: 'Gulls' }],
        stream: true,
      }),
    );
    waits.push((performance.now() - accepted) / 1_000);
    const instances = await api<{ container_id: string }[]>('GET', '/serving/model_instances');
    const processes = [platform.pid, ...instances.map(({ container_id: process }) => Number(process))];
    const resident = await Promise.all(processes.map(residentMegabytes));
    megabytes = Math.max(
      megabytes,
      resident.reduce((sum, one) => sum + one, 0),
    );
    await api('DELETE', `/serving/deployment/${id}/delete?force=true`);
  }

  const { stdout } = await $({ quiet: true })`du -sm node_modules`;
  return [
    {
      what: 'packages on disk (node_modules)',
      against: '–',
      figure: `${stdout.split('\t')[0]} MB`,
      aim: '–',
    },
    {
      what: 'resident memory of the platform with one model deployed',
      against: '–',
      figure: `${Math.round(megabytes)} MB`,
      aim: '≤ 400 MB',
    },
    {
      what: 'from the 202 of a deployment to the first word of a stream',
      against: '–',
      figure: `${waits.toSorted((a, b) => a - b)[Math.floor(rounds / 2)]?.toFixed(2)} s (median of ${rounds})`,
      aim: '–',
    },
  ];
}

/** Repeats a request until it succeeds, then reads the stream up to its first word. */
async function firstWord(send: () => Promise<Response>): Promise<void> {
  for (;;) {
    const answer = await send();
    if (!answer.ok) {
      await answer.body?.cancel();
      await delay(20);
      continue;
    }
    let text = '';
    for await (const piece of answer.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      text += piece;
      if (/"content":"[^"]/.test(text)) return;
    }
    throw new Error(`The stream ended without a word: ${text}`);
  }
}

/** The resident memory of a process, in megabytes. */
async function residentMegabytes(pid: number): Promise<number> {
  const kilobytes = /VmRSS:\s+(\d+) kB/.exec(await readFile(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes) / 1_024;
}
