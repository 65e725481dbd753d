import { stat } from 'node:fs/promises';

import { gone, InstanceFailure } from './failure.ts';

/** Bytes of a file on this node. Throws an InstanceFailure when it is not there. */
export async function sizeOf(file: string): Promise<number> {
  try {
    return (await stat(file)).size;
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'ENOENT')) throw cause;
    throw new InstanceFailure(gone(file));
  }
}
