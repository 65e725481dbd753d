import { renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Writes a text file by a draft beside it and a rename, so that a reader finds the old or the new file, never a part.
 * @param mode Permissions of a new file.
 */
export function writeFileAtomic(file: string, text: string, mode?: number): void {
  const draft = path.join(path.dirname(file), `.${path.basename(file)}.draft`);
  writeFileSync(draft, text, mode === undefined ? {} : { mode });
  renameSync(draft, file);
}
