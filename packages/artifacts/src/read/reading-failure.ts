import { infrastructureError, UatError } from '@uat/core';
import { ExecaError } from 'execa';
import type { ArtifactKind } from './artifact.ts';
import { BrokenArtifact } from './broken-artifact.ts';

/**
 * What it means that a part of an artifact could not be read: a UatError (infrastructure) when this machine could not, or
 * reads nothing of the kind, and a BrokenArtifact when it did read, and what it read is wrong.
 */
export function readingFailure(kind: ArtifactKind, what: string, cause: unknown): UatError | BrokenArtifact {
  if (cause instanceof UatError) return cause;
  const { reason, here } = judged(cause);
  return here
    ? infrastructureError(`${what} could not be read on this machine (${reason}).`, { cause })
    : new BrokenArtifact(kind, `${what} is damaged or cut off (${reason}).`, { cause });
}

/** What a reader says that is not able to, as opposed to what it says of what it reads. */
const unable =
  /unsupported|not supported|out of memory|memory (usage )?limit|too much memory|cannot open|can't create|permission denied/i;

/** The reason in few words, and whether it lies here. */
function judged(cause: unknown): { reason: string; here: boolean } {
  if (cause instanceof ExecaError) {
    const said = [cause.stdout, cause.stderr]
      .filter((one) => typeof one === 'string')
      .join('\n')
      .trim();
    const reason = said.split('\n').at(-1) || cause.shortMessage.split('\n')[0] || cause.message;
    // Without an exit code it did not start, or something ended it.
    return { reason, here: cause.exitCode === undefined || unable.test(said) };
  }
  if (!(cause instanceof Error)) return { reason: String(cause), here: false };
  // Errors of the system name the call that failed; those of zlib do not.
  return { reason: cause.message, here: 'syscall' in cause || unable.test(cause.message) };
}
