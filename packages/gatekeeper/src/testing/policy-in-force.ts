import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { projectRoot } from '@uat/core';

/** Writes the repository's policy to a folder, long in force and with a grace period of a second. Returns its path. */
export async function policyInForce(folder: string): Promise<string> {
  const file = path.join(folder, 'policy.yaml');
  const text = await readFile(path.join(projectRoot, 'gate.policy.yaml'), 'utf8');
  await writeFile(file, text.replace(/^grace: .*$/m, 'grace: 1').replaceAll(/2026-1\d-\d\d/g, '2026-01-01'));
  return file;
}
