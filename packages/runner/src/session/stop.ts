/** The reason to end a run or another command. */
export type StopReason = 'SIGINT' | 'SIGTERM' | 'timeout';

/** The abort reason for a signal of the system. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
  readonly by: 'SIGINT' | 'SIGTERM';

  constructor(by: 'SIGINT' | 'SIGTERM') {
    super(`stopped by ${by}`);
    this.by = by;
  }
}

/** The reason for which a signal was aborted; `undefined` while it is not. */
export function stopReason(signal: AbortSignal): StopReason | undefined {
  if (!signal.aborted) return undefined;
  const reason: unknown = signal.reason;
  if (reason instanceof Stopped) return reason.by;
  return reason instanceof DOMException && reason.name === 'TimeoutError' ? 'timeout' : 'SIGINT';
}
