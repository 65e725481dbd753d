import type { StepName } from './lifecycle.ts';

/** Before anything is changed: all that can be refused is refused here. */
export const beforeFiles = [
  'checkLicence',
  'checkVersion',
  'checkMachine',
  'rehearseMigration',
] as const satisfies readonly StepName[];

/** When the files are there. */
export const afterFiles = [
  'createUser',
  'prepareFolders',
  'keepSecret',
  'migrateData',
  'startService',
  'announce',
] as const satisfies readonly StepName[];
