/** Why a run, or another command, was asked to end. */
export type StopReason = 'SIGINT' | 'SIGTERM' | 'timeout';

/** What a signal to stop is aborted with when a signal of the system was the reason. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
  readonly by: 'SIGINT' | 'SIGTERM';

  constructor(by: 'SIGINT' | 'SIGTERM') {
    super(`stopped by ${by}`);
    this.by = by;
  }
}

/** Why a signal was aborted, by what came first; `undefined` while it is not. */
export function stopReason(signal: AbortSignal): StopReason | undefined {
  if (!signal.aborted) return undefined;
  const reason: unknown = signal.reason;
  if (reason instanceof Stopped) return reason.by;
  return reason instanceof DOMException && reason.name === 'TimeoutError' ? 'timeout' : 'SIGINT';
}
