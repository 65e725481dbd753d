import { stat } from 'node:fs/promises';

import { InstanceFailure } from '../engine/instance/failure.ts';
import type { HubParts } from '../hub/hub-parts.ts';
import { gone } from './failures.ts';

/** The file that a deployment runs: the one that was named, or the first that llama.cpp can read. */
export function chosenFile(hub: HubParts, modelId: string, fileId: string | undefined) {
  if (fileId !== undefined) return hub.fileAt(fileId)?.file;
  const files = hub.filesOf(modelId).map(({ file }) => file);
  const readable = files.filter(({ name }) => name.endsWith('.gguf'));
  return readable.find(({ id }) => hub.pathOf(id) !== undefined) ?? readable[0];
}

/** Bytes of a file on this node. Throws an InstanceFailure when it is not there. */
export async function sizeOf(file: string): Promise<number> {
  try {
    return (await stat(file)).size;
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'ENOENT')) throw cause;
    throw new InstanceFailure(gone(file));
  }
}
