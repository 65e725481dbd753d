import { readFile } from 'node:fs/promises';
import path from 'node:path';

import type { Part } from '@uat/artifacts';
import { z } from 'zod';

const manifestSchema = z.object({ name: z.string(), version: z.string(), license: z.string().optional() });

/** The third-party packages of files and folders in `node_modules`, by name. */
export async function partsOf(paths: readonly string[]): Promise<Part[]> {
  const folders = new Set(paths.flatMap((one) => packageFolder(one) ?? []));
  const parts = await Promise.all([...folders].map(partIn));
  return parts.toSorted((one, other) => (one.purl < other.purl ? -1 : 1));
}

// …/node_modules/@scope/name/dist/file.js: the last node_modules counts.
function packageFolder(file: string): string | undefined {
  return /^(?<folder>.*\/node_modules\/(?:@[^/]+\/)?[^/]+)(?:\/.*)?$/s.exec(path.normalize(file))?.groups?.[
    'folder'
  ];
}

async function partIn(folder: string): Promise<Part> {
  const manifest: unknown = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'));
  const { name, version, license } = manifestSchema.parse(manifest);
  const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`;
  return { name, version, purl, ...(license === undefined ? {} : { licence: license }) };
}
