import { setTimeout as sleep } from 'node:timers/promises';
import { runningTimeLimit } from './running-time-limit.ts';

/** Whether a target answers as a Kamiwaza does, at one moment. */
export interface Probe {
  state: 'up' | 'down';
  /** A sentence about what came back. */
  detail: string;
}

export interface ProbeOptions {
  /** How long one answer may take, in milliseconds in which this process ran. */
  timeoutMs?: number;
  /** Milliseconds between two questions. */
  pauseMs?: number;
}

/** A target that still changes its answer after this many questions is not one that tests can be judged on. */
const mostQuestions = 5;

/**
 * Asks a target for `GET /api/ping` until two answers in a row say the same. It is up when they are 2xx, 401 or 403 (a
 * deployment may protect the ping); anything else, also no answer within the time, is down, and so is a target that
 * changes its answer with each of five questions. Never throws.
 */
export async function probe(
  targetUrl: string,
  { timeoutMs = 5_000, pauseMs = 200 }: ProbeOptions = {},
): Promise<Probe> {
  const url = `${targetUrl}/api/ping`;
  let answer = await answerTo(url, timeoutMs);
  for (let asked = 1; asked < mostQuestions; asked += 1) {
    await sleep(pauseMs);
    const next = await answerTo(url, timeoutMs);
    if (next.state === answer.state) return next;
    answer = next;
  }
  return { state: 'down', detail: `${answer.detail}, after ${mostQuestions - 1} answers that took turns` };
}

async function answerTo(url: string, timeoutMs: number): Promise<Probe> {
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

/** fetch hides the reason (ECONNREFUSED, a bad certificate) in `cause`. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  if (cause instanceof AggregateError && cause.errors[0] instanceof Error) return cause.errors[0].message;
  return cause instanceof Error ? cause.message : error.message;
}
