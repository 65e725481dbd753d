import type { StepName } from './lifecycle.ts';

/** Steps before anything is changed: every refusal happens here. */
export const beforeFiles = [
  'checkLicence',
  'checkVersion',
  'checkMachine',
  'rehearseMigration',
] as const satisfies readonly StepName[];

/** Steps after the files are in place. */
export const afterFiles = [
  'createUser',
  'prepareFolders',
  'keepSecret',
  'migrateData',
  'startService',
  'announce',
] as const satisfies readonly StepName[];
