// Run by the pre-upgrade script with the Node of the installed version: node -e PROGRAM DATA_FOLDER
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';

import { migrate } from '../src/database/migrate.ts';

const database = path.join(process.argv[1] ?? '', 'platform.sqlite');
if (existsSync(database)) await rehearse();

// The copy is consistent while the old version writes to the original.
async function rehearse(): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'kamiwaza-'));
  try {
    const copy = path.join(folder, 'copy.sqlite');
    using source = new DatabaseSync(database);
    await backup(source, copy);
    using copied = new DatabaseSync(copy);
    migrate(copied);
  } catch (error) {
    process.stderr.write(`${String(error)}\n`);
    process.exitCode = 1;
  } finally {
    await rm(folder, { recursive: true });
  }
}
