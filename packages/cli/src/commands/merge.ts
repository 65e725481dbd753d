import { cpSync, existsSync, lstatSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { configurationError } from '@uat/core';
import {
  beginRecord,
  fold,
  judge,
  merge as mergeRecords,
  placedBelow,
  readRecord,
  recordEvent,
  type RunRecord,
} from '@uat/record';
import { writeVerdict } from '@uat/report';
import { makeRunFolder, runId, runsRoot } from '@uat/runner';
import { runFolderOf } from '../run-folder-of.ts';
import { showRun, type ShowRunOptions } from '../show-run.ts';

export interface MergeOptions extends ShowRunOptions {
  out: string;
}

/** A run that is merged, as it was read. */
interface Part {
  /** Where it lies. */
  folder: string;
  /** Where what it attached lies in the merged folder. */
  name: string;
  record: RunRecord;
}

/**
 * `uat merge DIR… --out DIR`: makes one run of the parts of one, with its record and all that is made from it, and
 * gives the exit code of the verdict. Parts that do not make up one plan are merged all the same, into a verdict that
 * says so.
 * @throws UatError (configuration) for a folder that holds no run, and for one that cannot take the result.
 */
export async function merge(runs: readonly string[], options: MergeOptions): Promise<number> {
  const root = runsRoot({});
  const parts = runs.map((run, index): Part => {
    const folder = realpathSync(runFolderOf(root, run));
    const name = `part-${index + 1}`;
    return { folder, name, record: placedBelow(name, readRecord(folder)) };
  });
  const [first, ...others] = parts.map(({ record }) => record);
  if (first === undefined) throw configurationError('Name the folders of the runs to merge.');
  assertApart(options.out, parts);
  const merged = mergeRecords([first, ...others]);

  const id = runId(new Date());
  const folder = makeRunFolder(root, id, options.out, { aside: true });
  beginRecord(folder, { ...merged.header, runId: id });
  recordEvent(folder, ...merged.events);
  for (const part of parts) copyEvidence(part, folder);
  const state = fold(readRecord(folder));
  const verdict = judge(state);
  writeVerdict(folder, state, verdict);
  await showRun({ folder, state, verdict }, options);
  return verdict.exitCode;
}

/** A folder of ours is emptied before it is used again, so it must not hold what is to be merged. */
function assertApart(out: string, parts: readonly Part[]): void {
  const target = existsSync(out) ? realpathSync(out) : path.resolve(out);
  const within = (one: string, other: string) => !/^\.\.(\/|$)/.test(path.relative(other, one));
  const clash = parts.find(({ folder }) => within(folder, target) || within(target, folder));
  if (clash !== undefined)
    throw configurationError(`--out ${out} and ${clash.folder}, which is to be merged, lie in each other.`);
}

/**
 * What failed tests attached goes into a folder for each part. Allure gives its files names that no other run has; what
 * is there already, such as a word on the surroundings, is that of the first part.
 */
function copyEvidence({ folder, name }: Part, to: string): void {
  const copies = [
    { from: path.join(folder, 'attachments'), into: path.join(to, name, 'attachments') },
    { from: path.join(folder, 'allure-results'), into: path.join(to, 'allure-results') },
  ];
  for (const { from, into } of copies.filter((copy) => existsSync(copy.from))) {
    try {
      // A link may lead out of the folder.
      cpSync(from, into, {
        recursive: true,
        force: false,
        filter: (file) => !lstatSync(file).isSymbolicLink(),
      });
    } catch (error) {
      process.stderr.write(`  left out what is in ${from}: ${(error as Error).message}\n`);
    }
  }
}
