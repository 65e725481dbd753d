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
/** Marks a folder as a run's and names its process, so that nothing empties one that is somebody's or in use. */
const marker = '.uat-run';
const runName = /^\d{8}-\d{4}-[a-z0-9]{4}$/;

/** Names a run by its moment (UTC) and four random characters: `20261122-1831-k3f9`. */
export function runId(now: Date, random: () => number = Math.random): string {
  const [date = '', time = ''] = now.toISOString().split('T');
  const suffix = Array.from({ length: 4 }, () => Math.floor(random() * 36).toString(36)).join('');
  return `${date.replaceAll('-', '')}-${time.slice(0, 5).replace(':', '')}-${suffix}`;
}

/**
 * Makes the folder of a run: `.uat/runs/<id>`, or `out`, which must be empty or a run's folder. From now on `.uat/last`
 * points to it, so that no old verdict can be taken for a new one, unless it is to stay aside. Keeps the 20 newest runs.
 * @throws UatError (configuration) when `out` is somebody's, (infrastructure) when nothing can be written.
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
      throw configurationError(`--out ${folder} lies in .uat, which is ours; name a folder elsewhere.`);
    }
    const owner = ownerOf(folder);
    if (owner === undefined) {
      throw configurationError(
        `--out ${folder} is not empty and holds no run of ours; name an empty or a new folder.`,
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
    // A checkout that cannot be written is a good reason for --out; there is no old verdict to be mistaken for this one.
  }
  return folder;
}

function makeNumbered(root: string, id: string, last: (to: string) => void): string {
  const runs = path.join(root, '.uat', 'runs');
  const folder = mark(path.join(runs, id));
  last(path.join('runs', id));

  // Names of one minute are in no order, and a clock can go back: the new run itself always stays, and so does one
  // that still goes on.
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

/** A rename replaces the link in one step; `last` never points nowhere. */
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

/** The process whose run a folder holds; `undefined` when it holds none. */
function ownerOf(folder: string): number | undefined {
  const file = path.join(folder, marker);
  return existsSync(file) ? Number(readFileSync(file, 'utf8')) : undefined;
}

function isWithin(folder: string, parent: string): boolean {
  return existsSync(parent) && !path.relative(realpathSync(parent), folder).startsWith('..');
}
