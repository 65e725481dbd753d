import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { infrastructureError, jsonText } from '@uat/core';
import { beginRecord, readRecord, recordEvent, type RunRecord } from '@uat/record';
import { readPlan } from '@uat/runner/plan';
import { sealed } from '@uat/runner/plan/testing';
import { stubTarget } from '../target/stub-target.ts';
import { playCommand } from './command-scene.ts';
import { playRun } from './run-scene.ts';
import type { JudgeScene, MergeScene, PinnedPlan, Scene, ShardScene } from './scene.ts';
import { suitesConfig } from './suites-config.ts';
import { type SceneEnd, uatProcess, verdictIn } from './uat-process.ts';

/** Plays scenes; what several of them start from, such as the records of green shards, is made once. */
export interface Stage extends AsyncDisposable {
  play(scene: Scene): Promise<SceneEnd>;
}

/** Number of shards of the merged records. */
const mergedShards = 3;

/**
 * A stage whose files are in a folder.
 * @param signal Ends what is being played.
 */
export function stage(folder: string, signal: AbortSignal): Stage {
  const resources = new AsyncDisposableStack();
  let folders = 0;
  const newFolder = () => {
    const made = path.join(folder, String((folders += 1)));
    mkdirSync(made);
    return made;
  };
  const healthy = once(async () => {
    const home = newFolder();
    const onIncident = () => Promise.resolve();
    const { url } = resources.use(await stubTarget({}, { folder: home, onIncident }));
    return { url, cwd: home, config: suitesConfig(home) };
  });
  const uat = async (...args: string[]) => {
    const { cwd, config } = await healthy();
    return uatProcess(args, { cwd, env: { UAT_CONFIG: config }, signal });
  };
  const runIn = async (out: string, ...args: string[]): Promise<SceneEnd> => {
    const { exitCode, all } = await uat(...args, '--out', out, '--no-report');
    return { exitCode, verdict: verdictIn(out), output: all, leaks: [] };
  };
  /** Makes what scenes start from, which has to be green. */
  const green = async (out: string, ...args: string[]): Promise<RunRecord> => {
    const { exitCode, output } = await runIn(out, ...args);
    if (exitCode !== 0)
      throw infrastructureError(`A run of the small suites on a healthy target is not green:\n${output}`);
    return readRecord(out);
  };
  const planOf = async (shards: number): Promise<string> => {
    const file = path.join(newFolder(), 'plan.json');
    const { url } = await healthy();
    const { exitCode, all } = await uat(
      ...['plan', 'steady', 'kept', '--target', url, '--shards', String(shards), '--json', file],
    );
    if (exitCode !== 0) throw infrastructureError(`The small suites cannot be planned:\n${all}`);
    return file;
  };
  const planOfTwo = once(() => planOf(2));
  const shards = once(async () => {
    const file = await planOf(mergedShards);
    const records: RunRecord[] = [];
    for (let index = 1; index <= mergedShards; index += 1)
      records.push(await green(newFolder(), '--plan', file, '--shard', `${index}/${mergedShards}`));
    return records;
  });
  const cdRun = once(async () => {
    const { url } = await healthy();
    const { header, events } = await green(newFolder(), 'steady', '--lane', 'cd', '--target', url);
    // How busy this machine is must not decide a situation.
    return { header, events: events.filter(({ event }) => event !== 'machine') };
  });

  const playShard = async (scene: ShardScene): Promise<SceneEnd> => {
    const { shard = '1/2', args = [], change, rewrite, isAbsent = false } = scene;
    const home = newFolder();
    const file = path.join(home, 'plan.json');
    const text = jsonText(changed(readPlan(await planOfTwo()), change), 2);
    if (!isAbsent) writeFileSync(file, rewrite?.(text) ?? text);
    return runIn(path.join(home, 'run'), '--plan', file, '--shard', shard, ...args);
  };
  const playMerge = async ({ edit, rewrite }: MergeScene): Promise<SceneEnd> => {
    const home = newFolder();
    const records = await shards();
    const parts = (edit?.(records) ?? records).map((record, at) =>
      writtenRecord(path.join(home, `part-${at + 1}`), record, at === 0 ? rewrite : undefined),
    );
    return runIn(path.join(home, 'merged'), 'merge', ...parts);
  };
  const playJudge = async ({ edit, rewrite }: JudgeScene): Promise<SceneEnd> => {
    const record = await cdRun();
    const out = writtenRecord(path.join(newFolder(), 'run'), edit?.(record) ?? record, rewrite);
    const { exitCode, all } = await uat('judge', out);
    return { exitCode, verdict: verdictIn(out), output: all, leaks: [] };
  };

  return {
    play(scene) {
      switch (scene.kind) {
        case 'run':
          return playRun(scene, newFolder(), signal);
        case 'shard':
          return playShard(scene);
        case 'merge':
          return playMerge(scene);
        case 'judge':
          return playJudge(scene);
        case 'command':
          return playCommand(scene, newFolder(), signal);
      }
    },
    [Symbol.asyncDispose]: () => resources.disposeAsync(),
  };
}

function changed(plan: PinnedPlan, change: ShardScene['change']): PinnedPlan {
  const { hash: _hash, ...content } = { ...plan, ...change?.(plan) };
  return sealed(content);
}

/** Writes a record to a new folder, and gives its path. */
function writtenRecord(
  folder: string,
  { header, events }: RunRecord,
  rewrite: (events: string) => string = (text) => text,
): string {
  mkdirSync(folder);
  beginRecord(folder, header);
  recordEvent(folder, ...events);
  const file = path.join(folder, 'events.ndjson');
  writeFileSync(file, rewrite(readFileSync(file, 'utf8')));
  return folder;
}

function once<Made>(make: () => Promise<Made>): () => Promise<Made> {
  let made: Promise<Made> | undefined;
  return () => (made ??= make());
}
