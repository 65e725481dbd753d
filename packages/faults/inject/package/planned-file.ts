import type { PackagePlan } from '@uat/artifacts';

/**
 * The text file of a plan at this path, to be changed.
 * @throws Error when there is none.
 */
export function plannedFile(
  { entries }: PackagePlan,
  path: string,
): { mode: number; content: string | Buffer } {
  const entry = entries.find((one) => one.path === path);
  if (entry?.kind === 'file') return entry;
  throw new Error(`The package has no file ${path}.`);
}
