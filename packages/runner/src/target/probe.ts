import { setTimeout as sleep } from 'node:timers/promises';
import type { EventOf } from '@uat/record';
import { runningTimeLimit } from './running-time-limit.ts';

/** The result of a probe: whether the target answers as a Kamiwaza. */
export type Probe = Pick<EventOf<'probe'>, 'state' | 'detail'>;

export interface ProbeOptions {
  /** Time limit of one request, in milliseconds of this process's running time. */
  timeoutMs?: number;
  /** Milliseconds between two requests. */
  pauseMs?: number;
}

/** Maximum number of requests; a target whose state still changes after them counts as down. */
const mostRequests = 5;

/**
 * Probes a target with `GET /api/ping` until two consecutive responses agree. It is up when they are 2xx, 401 or 403 (a
 * deployment may protect the ping), and down for anything else, including no response in time, or a state that changes
 * with each of five requests. Never throws.
 */
export async function probe(
  targetUrl: string,
  { timeoutMs = 5_000, pauseMs = 200 }: ProbeOptions = {},
): Promise<Probe> {
  let answer = await ping(targetUrl, timeoutMs);
  for (let asked = 1; asked < mostRequests; asked += 1) {
    await sleep(pauseMs);
    const next = await ping(targetUrl, timeoutMs);
    if (next.state === answer.state) return next;
    answer = next;
  }
  return { state: 'down', detail: `${answer.detail}, after ${mostRequests - 1} responses that alternated` };
}

/** Sends one `GET /api/ping`. Never throws. */
export async function ping(targetUrl: string, timeoutMs = 5_000): Promise<Probe> {
  const url = `${targetUrl}/api/ping`;
  using limit = runningTimeLimit(timeoutMs);
  try {
    const answer = await fetch(url, { redirect: 'manual', signal: limit.signal });
    await answer.body?.cancel();
    const up = answer.ok || answer.status === 401 || answer.status === 403;
    return { state: up ? 'up' : 'down', detail: `GET ${url} answered ${answer.status}` };
  } catch (error) {
    return { state: 'down', detail: `GET ${url} failed: ${reasonOf(error)}` };
  }
}

/** The reason of a failed fetch (ECONNREFUSED, a bad certificate), which is in its `cause`. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  if (cause instanceof AggregateError && cause.errors[0] instanceof Error) return cause.errors[0].message;
  return cause instanceof Error ? cause.message : error.message;
}
