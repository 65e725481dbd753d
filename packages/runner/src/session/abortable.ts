/** What work gives that hears a signal; `undefined` when it was stopped by it, whatever came of the work then. */
export async function abortable<T>(work: Promise<T>, signal: AbortSignal): Promise<T | undefined> {
  try {
    const done = await work;
    return signal.aborted ? undefined : done;
  } catch (error) {
    if (signal.aborted) return undefined;
    throw error;
  }
}
