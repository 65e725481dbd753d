import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { descendantsOf, processFacts } from '@uat/core';
import { administrator, type StubTarget, stubTarget } from '../target/stub-target.ts';
import type { Incident, TargetScene } from '../target/target-scene.ts';
import type { RunScene } from './scene.ts';
import { suitesConfig } from './suites-config.ts';
import { type SceneEnd, uatProcess, verdictIn } from './uat-process.ts';

/** Runs the small suites as the scene says. */
export async function playRun(scene: RunScene, folder: string, signal: AbortSignal): Promise<SceneEnd> {
  const config = suitesConfig(folder, scene);
  for (const target of scene.before ?? []) await runOn(target, { scene, config, folder, signal });
  const { target = {} } = scene;
  return runOn(target, { scene, config, folder, signal });
}

interface RunContext {
  scene: RunScene;
  config: string;
  folder: string;
  signal: AbortSignal;
}

async function runOn(
  targetScene: TargetScene | null,
  { scene, config, folder, signal }: RunContext,
): Promise<SceneEnd> {
  let pid: number | undefined;
  await using target =
    targetScene === null
      ? undefined
      : await stubTarget(targetScene, {
          folder,
          onIncident: async (incident) => {
            if (pid !== undefined) happen(incident, pid);
          },
        });
  const args = scene.args.map((word) => word.replace('{ca}', target?.tls?.ca ?? ''));
  const child = uatProcess(withTarget(args, target), {
    cwd: folder,
    env: { ...credentials, ...scene.env, ...fullDisk(scene), UAT_CONFIG: config },
    signal,
  });
  pid = child.pid;
  const { exitCode, all } = await child;
  const last = path.join(folder, '.uat', 'last');
  const leaks = scene.secret === undefined ? [] : filesWith(scene.secret, path.join(folder, '.uat'));
  return { exitCode, verdict: verdictIn(last), output: all, leaks };
}

/** The arguments of a run on a target, before those for Playwright. */
function withTarget(args: readonly string[], target: StubTarget | undefined): string[] {
  const end = args.includes('--') ? args.indexOf('--') : args.length;
  const where = target === undefined ? [] : ['--target', target.url];
  return [...args.slice(0, end), ...where, '--no-report', ...args.slice(end)];
}

const credentials = { KAMIWAZA_USERNAME: administrator.username, KAMIWAZA_PASSWORD: administrator.password };

/** Variables with which each process of a run meets a full disk. */
function fullDisk({ fullDisk: disk }: RunScene): Record<string, string> {
  if (disk === undefined) return {};
  return {
    NODE_OPTIONS: `--import=${pathToFileURL(fileURLToPath(import.meta.resolve('../full-disk.ts'))).href}`,
    FULL_DISK: `${disk.bytes}:${disk.file}`,
  };
}

/** Command lines of the processes below `uat` that an incident ends. */
const processes: Partial<Record<Incident, RegExp>> = {
  'kill the worker': /workerProcessEntry/,
  'kill Playwright': /playwright\S* test( |$)/,
  'kill the browser': /--remote-debugging-pipe/,
};

function happen(incident: Incident, uat: number): void {
  if (incident === 'SIGINT' || incident === 'SIGTERM') return void process.kill(uat, incident);
  const below = descendantsOf(uat).filter(
    (pid) => processes[incident]?.test(processFacts(pid)?.command ?? '') === true,
  );
  for (const pid of below) process.kill(pid, 'SIGKILL');
}

/** The files below a folder that hold a text. */
function filesWith(text: string, folder: string): string[] {
  if (!existsSync(folder)) mkdirSync(folder);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  return files
    .map(({ parentPath, name }) => path.join(parentPath, name))
    .filter((file) => readFileSync(file).includes(text));
}
