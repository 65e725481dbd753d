import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';

/** Path of a new folder, removed after the test, or after all tests of the file with `afterAll` as `whenOver`. */
export function temporaryFolder(whenOver: (remove: () => void) => void = onTestFinished): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'uat-contract-'));
  whenOver(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
