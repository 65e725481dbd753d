import { readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * What a product does around the copying of its files, in the order of an install, an upgrade and a removal. Each step is
 * the body of a POSIX shell function and the same in every kind of package.
 */
export const stepNames = [
  // Before anything is changed.
  'checkLicence',
  'checkVersion',
  'checkMachine',
  'rehearseMigration',
  // When the files are there.
  'createUser',
  'prepareFolders',
  'keepSecret',
  'migrateData',
  'startService',
  'announce',
  // When it goes.
  'stopService',
  'forgetService',
  'purgeData',
  // Where dpkg has moments of its own: the old package before an upgrade, and the package that stays when a change was called off.
  'beforeUpgrade',
  'afterAbort',
] as const;

export type StepName = (typeof stepNames)[number];

/** What the steps read as shell variables. */
export interface LifecycleFacts {
  /** Of the unit, with its suffix. */
  service: string;
  /** User and group that the service runs as. */
  account: string;
  /** Where it listens unless the settings say something else. */
  port: number;
  /** Folder of the programs. */
  code: string;
  /** Folder of the settings, the file in it that has a line `PORT=`, and the file with the administrator's password. */
  config: string;
  settings: string;
  secret: string;
  /** Folder of what root keeps about the installation, and in it the folder that the service writes to. */
  state: string;
  data: string;
  /** What the names of environment variables begin with: `ACME_AGENT`. */
  variables: string;
  /** The oldest version that this one may follow. */
  follows: string;
  diskMegabytes: number;
  memoryMegabytes: number;
}

export interface Lifecycle {
  facts: LifecycleFacts;
  steps: Record<StepName, string>;
}

/** The steps that every product of ours takes; one that keeps data adds how they are migrated. */
export function usualSteps(
  migration: Pick<Lifecycle['steps'], 'rehearseMigration' | 'migrateData'>,
): Lifecycle['steps'] {
  return {
    checkLicence: stepText('check-licence'),
    checkVersion: stepText('check-version'),
    checkMachine: stepText('check-machine'),
    createUser: stepText('create-user'),
    prepareFolders: stepText('prepare-folders'),
    keepSecret: stepText('keep-secret'),
    startService: stepText('start-service'),
    announce: stepText('announce'),
    stopService: stepText('stop-service'),
    forgetService: stepText('forget-service'),
    purgeData: stepText('purge-data'),
    // The old version runs until the new one is there: an upgrade that is refused must not have stopped it.
    beforeUpgrade: '',
    afterAbort: 'if systemd_runs; then systemctl daemon-reload && systemctl start "$SERVICE"; fi',
    ...migration,
  };
}

/** Text of one of the scripts in `steps/`. */
export function stepText(name: string): string {
  return readFileSync(path.join(import.meta.dirname, 'steps', `${name}.sh`), 'utf8').trimEnd();
}
