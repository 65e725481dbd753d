import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { BundledModel } from './bundled-models.ts';

/** A complete model file on disk. */
export interface ModelFile {
  path: string;
  size: number;
  sha256: string;
}

/**
 * The file of a model in `folder`, made when it is not there. Several processes may ask at once: the file appears whole
 * or not at all.
 */
export async function modelFile(folder: string, model: BundledModel): Promise<ModelFile> {
  const path = join(folder, model.file);
  const bytes = model.bytes();
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  // Rewritten when it is damaged or from another release.
  const there = await readFile(path).catch(() => undefined);
  if (!there?.equals(bytes)) {
    await mkdir(folder, { recursive: true });
    const draft = `${path}.${randomUUID()}`;
    try {
      await writeFile(draft, bytes);
      await rename(draft, path);
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
  }
  return { path, size: bytes.length, sha256 };
}
