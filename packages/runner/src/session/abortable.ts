/**
 * The result of work that observes a signal; `undefined` when the signal was aborted, whether the work then failed or
 * not.
 */
export async function abortable<T>(work: Promise<T>, signal: AbortSignal): Promise<T | undefined> {
  try {
    const done = await work;
    return signal.aborted ? undefined : done;
  } catch (error) {
    if (signal.aborted) return undefined;
    throw error;
  }
}
