import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '@uat/core';
import { z } from 'zod';

const packageSchema = z.object({ name: z.string(), version: z.string() });

/** What `uat --version` says: the name and the version of the repository that it belongs to. */
export function versionLine(): string {
  const file = readFileSync(path.join(projectRoot, 'package.json'), 'utf8');
  const { name, version } = packageSchema.parse(JSON.parse(file));
  return `${name} ${version}`;
}
