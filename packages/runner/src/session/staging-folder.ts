import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isRunning } from '@uat/core';
import { keepSecretsIn } from '@uat/config';

const prefix = 'uat-staging-';

/** A folder private to this user, for output that is not redacted yet; disposing removes it. */
export interface StagingFolder extends Disposable {
  /** Folder for output that is published to the run's folder once it is redacted. */
  evidence: string;
  /** Folder for packages and other files made for the run. */
  packages: string;
  /** Journal of the sign-in sessions that the run has to end. */
  sessions: string;
  /** Journal of the secrets of this process. */
  secrets: string;
  /** Path of the session file. */
  session: string;
}

/** The folder of this process, with a subfolder per run. */
let current: { folder: string; users: number } | undefined;

/** Creates a staging folder. From now on this process keeps secrets, until its last staging folder is disposed. */
export function stagingFolder(): StagingFolder {
  current ??= { folder: folderOfProcess(), users: 0 };
  const ours = current;
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
      current = undefined;
      keepSecretsIn(undefined);
    },
  };
}

/** Creates the folder of this process, after removing those of killed processes. */
function folderOfProcess(): string {
  removeDeadStagingFolders();
  const folder = mkdtempSync(path.join(tmpdir(), prefix));
  writeFileSync(path.join(folder, 'pid'), String(process.pid));
  return folder;
}

/** Removes the staging folders of killed processes; gives their number. */
export function removeDeadStagingFolders(): number {
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
    // Another run is creating it at this moment.
    return process.pid;
  }
}
