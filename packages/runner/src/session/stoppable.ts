import { descendantsOf } from '@uat/config';

/**
 * What `work` gives; `undefined` when it was stopped. Work that starts programs one after the other and hears no signal
 * ends when they do: whatever it has started or still starts is asked to go.
 */
export async function stoppable<T>(work: Promise<T>, signal: AbortSignal): Promise<T | undefined> {
  const again = setInterval(() => signal.aborted && endDescendants(), askAgainMs);
  try {
    const done = await work;
    return signal.aborted ? undefined : done;
  } catch (error) {
    if (signal.aborted) return undefined;
    throw error;
  } finally {
    clearInterval(again);
  }
}

const askAgainMs = 200;

function endDescendants(): void {
  for (const pid of descendantsOf(process.pid)) {
    try {
      process.kill(pid, 'SIGTERM');
    } catch {
      // It ended by itself in the meantime.
    }
  }
}
