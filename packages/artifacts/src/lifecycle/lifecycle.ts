import { readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * The steps around the copying of a product's files, in the order of install, upgrade and removal. Each is the body of
 * a
 * POSIX shell function, shared by all kinds of packages.
 */
export const stepNames = [
  // Before anything is changed.
  'checkLicence',
  'checkVersion',
  'checkMachine',
  'rehearseMigration',
  // After the files are in place.
  'createUser',
  'prepareFolders',
  'keepSecret',
  'migrateData',
  'startService',
  'announce',
  // On removal.
  'stopService',
  'forgetService',
  'purgeData',
  // Hooks that only dpkg has: the old package before an upgrade, and the remaining version after an aborted change.
  'beforeUpgrade',
  'afterAbort',
] as const;

export type StepName = (typeof stepNames)[number];

/** Facts that the steps read as shell variables. */
export interface LifecycleFacts {
  /** Name of the unit, with its suffix. */
  service: string;
  /** User and group that the service runs as. */
  account: string;
  /** Default port, unless the settings say otherwise. */
  port: number;
  /** Folder of the programs. */
  code: string;
  /**
   * Folder of the settings, the settings file with the line `PORT=`, and the file with the administrator's password.
   */
  config: string;
  settings: string;
  secret: string;
  /** Folder of root's records about the installation, and in it the folder that the service writes to. */
  state: string;
  data: string;
  /** Prefix of environment variables: `ACME_AGENT`. */
  variables: string;
  /** The oldest version that this one can upgrade. */
  follows: string;
  diskMegabytes: number;
  memoryMegabytes: number;
}

export interface Lifecycle {
  facts: LifecycleFacts;
  steps: Record<StepName, string>;
}

/** The steps that all our products share; a product with data adds its migration. */
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
    // The old version runs until the new one is in place: a refused upgrade must not stop it.
    beforeUpgrade: '',
    afterAbort: 'if systemd_runs; then systemctl daemon-reload && systemctl start "$SERVICE"; fi',
    ...migration,
  };
}

/** The content of a script in `steps/`. */
export function stepText(name: string): string {
  return readFileSync(path.join(import.meta.dirname, 'steps', `${name}.sh`), 'utf8').trimEnd();
}
