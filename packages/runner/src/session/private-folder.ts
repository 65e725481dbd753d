import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isRunning } from '@uat/core';
import { keepSecretsIn } from '@uat/config';

const prefix = 'uat-private-';

/** A folder that only this user can read, for what is not redacted yet; gone when disposed. */
export interface PrivateFolder extends Disposable {
  /** What becomes part of the run's folder once it is redacted. */
  evidence: string;
  /** What is made for the run and goes with it. */
  packages: string;
  /** Where the sessions are written down that were begun on the target, and are ended with the run. */
  sessions: string;
  /** Where secrets are remembered, of all that this process does. */
  secrets: string;
  /** What the processes of the run share. */
  session: string;
}

/** The folder of this process, in which each run that it does has its own. */
let own: { folder: string; users: number } | undefined;

/** Makes one; from now on this process remembers secrets, until the last of its private folders goes. */
export function privateFolder(): PrivateFolder {
  own ??= { folder: folderOfProcess(), users: 0 };
  const ours = own;
  ours.users += 1;
  const secrets = path.join(ours.folder, 'secrets');
  keepSecretsIn(secrets);
  const folder = mkdtempSync(path.join(ours.folder, 'run-'));
  const evidence = path.join(folder, 'evidence');
  const packages = path.join(folder, 'packages');
  for (const part of [evidence, packages]) mkdirSync(part);
  return {
    ...{ evidence, packages, secrets },
    sessions: path.join(folder, 'sessions.ndjson'),
    session: path.join(folder, 'session.json'),
    [Symbol.dispose]() {
      ours.users -= 1;
      rmSync(ours.users === 0 ? ours.folder : folder, { recursive: true, force: true });
      if (ours.users > 0) return;
      own = undefined;
      keepSecretsIn(undefined);
    },
  };
}

/** A new one; those of processes that were killed go first. */
function folderOfProcess(): string {
  removeDeadPrivateFolders();
  const folder = mkdtempSync(path.join(tmpdir(), prefix));
  writeFileSync(path.join(folder, 'pid'), String(process.pid));
  return folder;
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
