/** Whether a target answers as a Kamiwaza does, at one moment. */
export interface Probe {
  state: 'up' | 'down';
  /** A sentence about what came back. */
  detail: string;
}

/**
 * Asks a target for `GET /api/ping`. It is up when it answers 2xx, 401 or 403 (a deployment may protect the ping);
 * anything else, also no answer within the time, is down. Never throws.
 */
export async function probe(targetUrl: string, { timeoutMs = 5_000 } = {}): Promise<Probe> {
  const url = `${targetUrl}/api/ping`;
  try {
    const answer = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(timeoutMs) });
    await answer.body?.cancel();
    const up = answer.ok || answer.status === 401 || answer.status === 403;
    return { state: up ? 'up' : 'down', detail: `GET ${url} answered ${answer.status}` };
  } catch (error) {
    return { state: 'down', detail: `GET ${url} failed: ${reasonOf(error, timeoutMs)}` };
  }
}

/** fetch hides the reason (ECONNREFUSED, a bad certificate) in `cause`. */
function reasonOf(error: unknown, timeoutMs: number): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return `no answer within ${timeoutMs / 1000} s`;
  const { cause } = error;
  if (cause instanceof AggregateError && cause.errors[0] instanceof Error) return cause.errors[0].message;
  return cause instanceof Error ? cause.message : error.message;
}
