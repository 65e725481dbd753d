/** Why a command was asked to end. */
export type StopReason = 'SIGINT' | 'SIGTERM' | 'timeout';

export interface StopSignals extends Disposable {
  /** Aborted when the command has to end. */
  readonly signal: AbortSignal;
  /** What came first; `undefined` while nothing has. */
  reason(): StopReason | undefined;
  /** Also ends the command as soon as this is so. */
  endWhen(isAbandoned: () => boolean): void;
  /** Also ends the command after this time. */
  endAfter(milliseconds: number): void;
}

const parentCheckMs = 500;

/**
 * Turns Ctrl-C, SIGTERM, SIGHUP, the death of our parent and a time limit into one signal. The death of the parent
 * counts as SIGTERM: nobody is left to send one. So does the death of a launcher above it: `npx` that gets a SIGTERM
 * goes and leaves pnpm, our parent, behind.
 */
export function stopSignals(): StopSignals {
  const controller = new AbortController();
  let reason: StopReason | undefined;
  const stop = (why: StopReason) => {
    reason ??= why;
    controller.abort();
  };
  const onInterrupt = () => stop('SIGINT');
  const onTerminate = () => stop('SIGTERM');
  process.on('SIGINT', onInterrupt);
  process.on('SIGTERM', onTerminate);
  process.on('SIGHUP', onTerminate);

  const parent = process.ppid;
  let isAbandoned = () => false;
  const orphaned = () => process.ppid !== parent || isAbandoned();
  const watch = setInterval(() => orphaned() && stop('SIGTERM'), parentCheckMs).unref();
  let limit: NodeJS.Timeout | undefined;
  return {
    signal: controller.signal,
    reason: () => reason,
    endWhen(condition) {
      isAbandoned = condition;
    },
    endAfter(milliseconds) {
      limit = setTimeout(stop, milliseconds, 'timeout').unref();
    },
    [Symbol.dispose]() {
      clearInterval(watch);
      clearTimeout(limit);
      process.off('SIGINT', onInterrupt);
      process.off('SIGTERM', onTerminate);
      process.off('SIGHUP', onTerminate);
    },
  };
}

/** The signals of a command that is part of another: it ends with that one, or after a time limit of its own. */
export function linkedSignals(whole: AbortSignal): StopSignals {
  const own = new AbortController();
  let limit: NodeJS.Timeout | undefined;
  return {
    signal: AbortSignal.any([whole, own.signal]),
    reason: () => (own.signal.aborted ? 'timeout' : whole.aborted ? 'SIGINT' : undefined),
    endWhen: () => undefined,
    endAfter(milliseconds) {
      limit = setTimeout(() => own.abort(), milliseconds).unref();
    },
    [Symbol.dispose]: () => clearTimeout(limit),
  };
}
