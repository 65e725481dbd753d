/**
 * What a product does around the copying of its files, in the order of an install, an upgrade and a removal. Each step is
 * the body of a POSIX shell function, the same in every kind of package.
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
] as const;

export type StepName = (typeof stepNames)[number];

export interface Lifecycle {
  /** What the steps can read as shell variables, such as `PORT=7171`. */
  facts: Record<string, string>;
  steps: Record<StepName, string>;
  /**
   * What a Debian package does on top, where dpkg has moments of its own: before the new files come, and when a change
   * was called off. Bodies of shell functions; mostly nothing.
   */
  beforeUpgrade: string;
  afterAbort: string;
}
