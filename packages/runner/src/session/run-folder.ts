import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { configurationError, infrastructureError, isRunning } from '@uat/core';

const keptRuns = 20;
/** File that marks a folder as a run's and holds its pid, so that no foreign or active folder is emptied. */
const marker = '.uat-run';
const runName = /^\d{8}-\d{4}-[a-z0-9]{4}$/;

/** The id of a new run: its time (UTC) and four random characters: `20261122-1831-k3f9`. */
export function runId(now: Date, random: () => number = Math.random): string {
  const [date = '', time = ''] = now.toISOString().split('T');
  const suffix = Array.from({ length: 4 }, () => Math.floor(random() * 36).toString(36)).join('');
  return `${date.replaceAll('-', '')}-${time.slice(0, 5).replace(':', '')}-${suffix}`;
}

/**
 * Creates the folder of a run: `.uat/runs/<id>`, or `out`, which must be empty or a run's folder. Points `.uat/last` to
 * it, so that no old verdict can be mistaken for a new one, unless `aside` is set. Keeps the 20 newest runs.
 * @throws UatError (configuration) when `out` holds other files or an active run, (infrastructure) when it is not
 * writable.
 */
export function makeRunFolder(
  root: string,
  id: string,
  out?: string,
  { aside = false }: { aside?: boolean | undefined } = {},
): string {
  const last = (to: string) => {
    if (!aside) pointLast(root, id, to);
  };
  try {
    return out === undefined ? makeNumbered(root, id, last) : makeNamed(root, path.resolve(out), last);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw infrastructureError(
      `Results cannot be written to ${out ?? path.join(root, '.uat')} (${code}). Make room or name another folder with --out.`,
      { cause: error },
    );
  }
}

function makeNamed(root: string, folder: string, last: (to: string) => void): string {
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    if (isWithin(realpathSync(folder), path.join(root, '.uat'))) {
      throw configurationError(`--out ${folder} is inside .uat, which uat manages; name a folder elsewhere.`);
    }
    const owner = ownerOf(folder);
    if (owner === undefined) {
      throw configurationError(
        `--out ${folder} is not empty and is not the folder of a run; name an empty or a new folder.`,
      );
    }
    if (owner !== process.pid && isRunning(owner)) {
      throw configurationError(
        `--out ${folder} is in use by another run (process ${owner}); name another folder.`,
      );
    }
    for (const entry of readdirSync(folder)) rmSync(path.join(folder, entry), { recursive: true });
  }
  mark(folder);
  try {
    mkdirSync(path.join(root, '.uat'), { recursive: true });
    last(folder);
  } catch {
    // A read-only checkout is a good reason for --out; it has no old verdict that could be mistaken for this one.
  }
  return folder;
}

function makeNumbered(root: string, id: string, last: (to: string) => void): string {
  const runs = path.join(root, '.uat', 'runs');
  const folder = mark(path.join(runs, id));
  last(path.join('runs', id));

  // Ids of one minute are unordered, and the clock may go back: the new run itself and active runs always stay.
  const others = readdirSync(runs).filter((name) => name !== id && runName.test(name));
  for (const old of others
    .toSorted()
    .slice(0, -(keptRuns - 1))
    .map((name) => path.join(runs, name))) {
    const owner = ownerOf(old);
    const over = existsSync(path.join(old, 'verdict.json')) || owner === undefined || !isRunning(owner);
    if (over) rmSync(old, { recursive: true, force: true });
  }
  return folder;
}

/** Points `.uat/last` to a folder, atomically. */
function pointLast(root: string, id: string, to: string): void {
  const fresh = path.join(root, '.uat', `.last-${id}`);
  symlinkSync(to, fresh);
  renameSync(fresh, path.join(root, '.uat', 'last'));
}

function mark(folder: string): string {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, marker), `${process.pid}\n`);
  return folder;
}

/** The pid of the run in a folder; `undefined` when it is not a run's folder. */
function ownerOf(folder: string): number | undefined {
  const file = path.join(folder, marker);
  return existsSync(file) ? Number(readFileSync(file, 'utf8')) : undefined;
}

function isWithin(folder: string, parent: string): boolean {
  return existsSync(parent) && !path.relative(realpathSync(parent), folder).startsWith('..');
}
