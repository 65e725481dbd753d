import { cpSync, existsSync, lstatSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { configurationError } from '@uat/core';
import {
  beginRecord,
  judgeRun,
  merge as mergeRecords,
  placedBelow,
  readRecord,
  recordEvent,
  type RunRecord,
} from '@uat/record';
import { writeVerdict } from '@uat/report';
import { type JudgedRun, makeRunFolder, runId, runsRoot } from '@uat/runner';
import { addToHistory, runFolderOf } from '@uat/history';
import { showRun, type ShowRunOptions } from '../terminal/show-run.ts';
import { warn } from '../terminal/warn.ts';

export interface MergeOptions extends ShowRunOptions {
  out: string;
}

/** A part of the run to merge. */
interface Part {
  /** Path of its folder. */
  folder: string;
  /** Its subfolder in the merged folder. */
  name: string;
  record: RunRecord;
}

/**
 * `uat merge DIR… --out DIR`: merges the parts of a run into one run folder, with record, verdict and reports. The exit
 * code is the verdict's. Parts that do not add up to one plan are merged all the same, and the verdict reports that.
 * @throws UatError (configuration) for a folder without a run, or an unusable `--out`.
 */
export async function merge(runs: readonly string[], options: MergeOptions): Promise<number> {
  const judged = await mergedRun(runs, options.out);
  await showRun(judged, options);
  return judged.verdict.exitCode;
}

/** Merges the parts of a run into a folder, and judges the whole; see {@link merge}. */
export async function mergedRun(runs: readonly string[], out: string): Promise<JudgedRun> {
  const root = runsRoot({});
  const parts = runs.map((run, index): Part => {
    const folder = realpathSync(runFolderOf(root, run));
    const name = `part-${index + 1}`;
    return { folder, name, record: placedBelow(name, readRecord(folder)) };
  });
  const [first, ...others] = parts.map(({ record }) => record);
  if (first === undefined) throw configurationError('Name the folders of the runs to merge.');
  assertApart(out, parts);
  const merged = mergeRecords([first, ...others]);

  const id = runId(new Date());
  const folder = makeRunFolder(root, id, out, { aside: true });
  beginRecord(folder, { ...merged.header, runId: id });
  recordEvent(folder, ...merged.events);
  for (const part of parts) copyEvidence(part, folder);
  const { state, verdict } = await judgeRun(folder);
  writeVerdict(folder, state, verdict);
  await addToHistory({ state, verdict }, { env: process.env, root, warn });
  return { folder, state, verdict };
}

/** Refuses an output folder that overlaps with a part: it is emptied before it is used. */
function assertApart(out: string, parts: readonly Part[]): void {
  const target = existsSync(out) ? realpathSync(out) : path.resolve(out);
  const within = (one: string, other: string) => !/^\.\.(\/|$)/.test(path.relative(other, one));
  const clash = parts.find(({ folder }) => within(folder, target) || within(target, folder));
  if (clash !== undefined)
    throw configurationError(
      `--out ${out} overlaps with ${clash.folder}, which is to be merged; name another folder.`,
    );
}

/**
 * Copies attachments into a folder per part, and Allure results into one: their names are unique. A file that exists
 * already, such as Allure's environment, is kept from the first part.
 */
function copyEvidence({ folder, name }: Part, to: string): void {
  const copies = [
    { from: path.join(folder, 'attachments'), into: path.join(to, name, 'attachments') },
    { from: path.join(folder, 'allure-results'), into: path.join(to, 'allure-results') },
  ];
  for (const { from, into } of copies.filter((copy) => existsSync(copy.from))) {
    try {
      // Links may lead out of the folder.
      cpSync(from, into, {
        recursive: true,
        force: false,
        filter: (file) => !lstatSync(file).isSymbolicLink(),
      });
    } catch (error) {
      process.stderr.write(`  left out ${from}: ${(error as Error).message}\n`);
    }
  }
}
