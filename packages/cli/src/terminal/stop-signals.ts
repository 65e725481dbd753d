import { Stopped } from '@uat/runner/stop';

export interface StopSignals extends Disposable {
  /** Aborted, with a `Stopped`, when the command has to end. */
  readonly signal: AbortSignal;
  /** The signal that came first; `undefined` while none has. */
  reason(): 'SIGINT' | 'SIGTERM' | undefined;
  /** Also ends the command as soon as `isAbandoned` answers true. */
  endWhen(isAbandoned: () => boolean): void;
}

/** The exit code of a command that a signal stopped; `undefined` while none has. */
export function signalExitCode(stop: Pick<StopSignals, 'reason'>): 130 | 143 | undefined {
  const reason = stop.reason();
  return reason === undefined ? undefined : reason === 'SIGTERM' ? 143 : 130;
}

const parentCheckMs = 500;

/**
 * Turns Ctrl-C, SIGTERM, SIGHUP and the death of the parent process into one signal. The death of the parent counts as
 * SIGTERM, because no process is left to send one. So does the death of a launcher above it: on SIGTERM, `npx` exits
 * and leaves pnpm, the parent of this process, behind.
 */
export function stopSignals(): StopSignals {
  const controller = new AbortController();
  const stop = (by: 'SIGINT' | 'SIGTERM') => controller.abort(new Stopped(by));
  const onInterrupt = () => stop('SIGINT');
  const onTerminate = () => stop('SIGTERM');
  process.on('SIGINT', onInterrupt);
  process.on('SIGTERM', onTerminate);
  process.on('SIGHUP', onTerminate);

  const parent = process.ppid;
  let isAbandoned = () => false;
  const orphaned = () => process.ppid !== parent || isAbandoned();
  const watch = setInterval(() => orphaned() && stop('SIGTERM'), parentCheckMs).unref();
  return {
    signal: controller.signal,
    reason() {
      const reason: unknown = controller.signal.reason;
      return reason instanceof Stopped ? reason.by : undefined;
    },
    endWhen(condition) {
      isAbandoned = condition;
    },
    [Symbol.dispose]() {
      clearInterval(watch);
      process.off('SIGINT', onInterrupt);
      process.off('SIGTERM', onTerminate);
      process.off('SIGHUP', onTerminate);
    },
  };
}
