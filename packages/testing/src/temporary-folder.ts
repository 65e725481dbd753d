import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';

/** A folder that is gone when the test is over, or at the moment that `whenOver` (`afterAll`) waits for. */
export function temporaryFolder(whenOver: (remove: () => void) => void = onTestFinished): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'uat-contract-'));
  whenOver(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
