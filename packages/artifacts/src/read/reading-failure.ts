import { infrastructureError, UatError } from '@uat/core';
import { ExecaError } from 'execa';
import type { ArtifactKind } from './artifact.ts';
import { BrokenArtifactError } from './broken-artifact-error.ts';

/**
 * Classifies a failure to read part of an artifact: a UatError (infrastructure) when this machine could not read it or
 * does
 * not support it, and a BrokenArtifactError when the content that was read is wrong.
 */
export function readingFailure(
  kind: ArtifactKind,
  what: string,
  cause: unknown,
): UatError | BrokenArtifactError {
  if (cause instanceof UatError) return cause;
  const { reason, here } = judged(cause);
  return here
    ? infrastructureError(`${what} could not be read on this machine (${reason}).`, { cause })
    : new BrokenArtifactError(kind, `${what} is damaged or truncated (${reason}).`, { cause });
}

/** Messages of a reader that is unable to read, as opposed to errors in what it reads. */
const unable =
  /unsupported|not supported|out of memory|memory (usage )?limit|too much memory|cannot open|can't create|permission denied/i;

/** A short reason, and whether this machine is the cause. */
function judged(cause: unknown): { reason: string; here: boolean } {
  if (cause instanceof ExecaError) {
    const said = [cause.stdout, cause.stderr]
      .filter((one) => typeof one === 'string')
      .join('\n')
      .trim();
    const reason = said.split('\n').at(-1) || cause.shortMessage.split('\n')[0] || cause.message;
    // Without an exit code it did not start, or was killed.
    return { reason, here: cause.exitCode === undefined || unable.test(said) };
  }
  if (!(cause instanceof Error)) return { reason: String(cause), here: false };
  // System errors name the call that failed; zlib's do not.
  return { reason: cause.message, here: 'syscall' in cause || unable.test(cause.message) };
}
