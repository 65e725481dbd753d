import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Failure } from '../failure/failure.ts';
import { backOff } from './back-off.ts';
import { type Breaker, createBreaker, type Entry } from './breaker.ts';

const start = Date.parse('2026-12-01T09:00:00Z');
const outage: Failure = { reason: 'unavailable', applied: 'unknown' };
const limited: Failure = { reason: 'rate-limited', applied: 'no' };

function entered(breaker: Breaker, now: number): Entry {
  const result = breaker.enter(now);
  if (result.kind === 'wait') throw new Error(`held back until ${result.until - start} ms`);
  return result.entry;
}

function failTimes(breaker: Breaker, times: number, now: number, failure = outage): void {
  for (let time = 0; time < times; time += 1) breaker.failed(entered(breaker, now), failure, now);
}

describe('the circuit breaker', () => {
  test('opens after several outages in a row, not after single ones', () => {
    const breaker = createBreaker({ threshold: 3, firstPauseMs: 1_000 });

    failTimes(breaker, 2, start);
    breaker.answered(entered(breaker, start));
    failTimes(breaker, 2, start);
    expect(breaker.state(start).kind).toBe('closed');
    failTimes(breaker, 1, start);

    expect(breaker.state(start)).toEqual({ kind: 'open', until: start + 1_000, because: 'unavailable' });
    expect(breaker.enter(start + 999)).toEqual({ kind: 'wait', until: start + 1_000 });
  });

  test('sends one probe after the pause, and closes when it gets a response', () => {
    const breaker = createBreaker({ threshold: 1, firstPauseMs: 1_000 });
    failTimes(breaker, 1, start);

    const probe = entered(breaker, start + 1_000);
    expect(breaker.enter(start + 1_000).kind).toBe('wait');
    expect(breaker.state(start + 1_000)).toEqual({ kind: 'half-open' });
    breaker.answered(probe);

    expect(breaker.state(start + 1_000)).toEqual({ kind: 'closed' });
  });

  test('doubles its pause with each failed probe, up to the longest', () => {
    const breaker = createBreaker({ threshold: 1, firstPauseMs: 1_000, longestPauseMs: 4_000 });
    let now = start;
    const pauses = [1, 2, 3, 4].map(() => {
      failTimes(breaker, 1, now);
      const state = breaker.state(now);
      const pause = state.kind === 'open' ? state.until - now : 0;
      now += pause;
      return pause;
    });

    expect(pauses).toEqual([1_000, 2_000, 4_000, 4_000]);
  });

  test('hands the probe to another call when its caller aborted it', () => {
    const breaker = createBreaker({ threshold: 1, firstPauseMs: 1_000 });
    failTimes(breaker, 1, start);

    breaker.left(entered(breaker, start + 1_000));

    expect(breaker.enter(start + 1_000).kind).toBe('go');
  });

  test('opens at once on a rate limit, until its reset', () => {
    const breaker = createBreaker();

    failTimes(breaker, 1, start, { ...limited, waitMs: 1_234_567 });

    expect(breaker.state(start)).toEqual({ kind: 'open', until: start + 1_234_567, because: 'rate-limited' });
  });

  test('pauses a minute for a rate limit without a reset, and longer each time', () => {
    const breaker = createBreaker();

    failTimes(breaker, 1, start, limited);
    failTimes(breaker, 1, start + 60_000, limited);

    expect(breaker.state(start + 60_000)).toMatchObject({ until: start + 60_000 + 120_000 });
  });

  test('counts calls that were limited together as one limit', () => {
    const breaker = createBreaker();
    const together = [entered(breaker, start), entered(breaker, start), entered(breaker, start)];

    for (const entry of together) breaker.failed(entry, limited, start);

    expect(breaker.state(start)).toMatchObject({ until: start + 60_000 });
  });

  test('is not closed by the response to an earlier call', () => {
    const breaker = createBreaker({ threshold: 1 });
    const early = entered(breaker, start);
    failTimes(breaker, 1, start);

    breaker.answered(early);

    expect(breaker.state(start).kind).toBe('open');
  });

  test.each(['invalid-input', 'authentication', 'forbidden', 'not-found', 'refused'] as const)(
    'takes %s as a sign of life',
    (reason) => {
      const breaker = createBreaker({ threshold: 1 });

      failTimes(breaker, 5, start, { reason, applied: 'no' });

      expect(breaker.state(start).kind).toBe('closed');
    },
  );

  test('does not affect other operations when one endpoint is limited', () => {
    const breaker = createBreaker();

    failTimes(breaker, 1, start, { ...limited, endpointOnly: true, waitMs: 60_000 });

    expect(breaker.state(start).kind).toBe('closed');
  });

  test('never sends two probes at once, and always recovers in the end', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            ms: fc.nat(120_000),
            outcome: fc.constantFrom('ok', 'outage', 'limited', 'left', 'late'),
          }),
          {
            maxLength: 200,
          },
        ),
        (steps) => {
          const breaker = createBreaker({ threshold: 2 });
          let now = start;
          let probe: Entry | undefined;
          for (const { ms, outcome } of steps) {
            now += ms;
            const wasOpen = breaker.state(now).kind === 'open';
            const admission = breaker.enter(now);
            if (admission.kind === 'wait') {
              expect(admission.until).toBeGreaterThan(now);
              if (probe !== undefined && outcome !== 'late') {
                breaker.left(probe);
                probe = undefined;
              }
              continue;
            }
            expect(wasOpen).toBe(false);
            if (admission.entry.isProbe) expect(probe).toBeUndefined();
            if (outcome === 'late') {
              if (admission.entry.isProbe) probe = admission.entry;
              continue;
            }
            if (outcome === 'ok') breaker.answered(admission.entry);
            else if (outcome === 'left') breaker.left(admission.entry);
            else breaker.failed(admission.entry, outcome === 'outage' ? outage : limited, now);
          }
          if (probe !== undefined) breaker.left(probe);
          expect(breaker.enter(now + 3_600_000).kind).toBe('go');
        },
      ),
    );
  });
});

test('a wait grows with the attempts, is randomised, and is never shorter than Linear asks', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 40 }),
      fc.option(fc.nat(3_600_000), { nil: undefined }),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      (attempt, waitMs, random) => {
        const wait = backOff({ attempt, waitMs, random });
        expect(wait).toBeGreaterThanOrEqual(waitMs ?? 0);
        expect(wait).toBeGreaterThan(0);
        expect(wait).toBeLessThanOrEqual((waitMs ?? 0) + 30_000);
      },
    ),
  );
  expect(backOff({ attempt: 1, random: 0 })).toBe(250);
  expect(backOff({ attempt: 3, random: 0 })).toBe(1_000);
});
