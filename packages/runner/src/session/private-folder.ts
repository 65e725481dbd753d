import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isRunning } from '@uat/config';

const prefix = 'uat-private-';

/** A folder that only this user can read, for what is not redacted yet; gone when disposed. */
export interface PrivateFolder extends Disposable {
  /** What becomes part of the run's folder once it is redacted. */
  evidence: string;
  /** What is made for the run and goes with it. */
  packages: string;
  /** Where the sessions are written down that were begun on the target, and are ended with the run. */
  sessions: string;
}

/** Makes one, and remembers secrets in it from now on; those of runs that were killed go first. */
export function privateFolder(): PrivateFolder {
  removeDeadPrivateFolders();
  const folder = mkdtempSync(path.join(tmpdir(), prefix));
  const evidence = path.join(folder, 'evidence');
  const packages = path.join(folder, 'packages');
  for (const part of [evidence, packages]) mkdirSync(part);
  writeFileSync(path.join(folder, 'pid'), String(process.pid));
  process.env['UAT_SECRETS'] = path.join(folder, 'secrets');
  const sessions = path.join(folder, 'sessions.ndjson');
  return {
    evidence,
    packages,
    sessions,
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Removes the private folders of processes that are gone: a run killed at once leaves its own. Gives how many. */
export function removeDeadPrivateFolders(): number {
  const dead = readdirSync(tmpdir())
    .filter((name) => name.startsWith(prefix))
    .map((name) => path.join(tmpdir(), name))
    .filter((folder) => !isRunning(pidIn(folder)));
  for (const folder of dead) rmSync(folder, { recursive: true, force: true });
  return dead.length;
}

function pidIn(folder: string): number {
  try {
    return Number(readFileSync(path.join(folder, 'pid'), 'utf8'));
  } catch {
    // Made this very moment by another run.
    return process.pid;
  }
}
