import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** Where a platform keeps its data, and how to leave. */
export interface DataFolder {
  path: string;
  /** Removes a temporary folder; a folder the operator named stays. */
  leave(): Promise<void>;
}

/** The folder the operator named, or a fresh temporary one. */
export async function dataFolder(named?: string): Promise<DataFolder> {
  if (named !== undefined) return { path: resolve(named), leave: async () => {} };
  const path = await mkdtemp(join(tmpdir(), 'uat-platform-'));
  return { path, leave: () => rm(path, { recursive: true, force: true }) };
}
