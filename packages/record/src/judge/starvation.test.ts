import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryRun, ended, failed, header, slow } from '../testing/index.ts';
import { fold } from '../fold.ts';
import type { RecordEvent } from '../schema.ts';
import { judge } from './judge.ts';
import { starvation } from './starvation.ts';

const id = 'authnz/sign-in#a';
const late = failed(id, { ms: 8_000, error: { message: 'not visible', fingerprint: 'f', timedOut: true } });

test('an attempt that ran out of time on a slow machine was starved', () => {
  expect(starvation(late, [slow(1, { others: 0.8 }), slow(2, { others: 0.6, lag: 90 })])).toEqual({
    taken: expect.closeTo(0.7) as number,
    lag: 90,
  });
});

test.each([
  {
    what: 'its own limit ended',
    attempt: { ...late, status: 'timedOut' as const, error: undefined },
    is: true,
  },
  { what: 'failed by what came', attempt: failed(id, { ms: 8_000 }), is: false },
  { what: 'passed', attempt: { ...late, status: 'passed' as const, error: undefined }, is: false },
  { what: 'ran in another part of the run', attempt: { ...late, shard: 2 }, is: false },
])('an attempt that $what on a slow machine was starved: $is', ({ attempt, is }) => {
  expect(starvation(attempt, [slow(0, { ms: 9_000 })]) !== undefined).toBe(is);
});

test.each([
  { what: 'before', machine: [slow(-3), slow(-1)], is: false },
  { what: 'after', machine: [slow(8), slow(9)], is: false },
  { what: 'for a moment of', machine: [slow(3)], is: false },
  { what: 'for a quarter of', machine: [slow(3), slow(6)], is: true },
])('a machine that was slow $what the attempt starved it: $is', ({ machine, is }) => {
  expect(starvation(late, machine) !== undefined).toBe(is);
});

const runs = { numRuns: 500 };
const slowness = fc.array(
  fc
    .record({ at: fc.integer({ min: -2, max: 14 }), ms: fc.nat({ max: 20_000 }) })
    .map(({ at, ms }) => slow(at, { ms })),
  { maxLength: 5 },
);
const verdictOn = (events: readonly RecordEvent[]) => judge(fold({ header, events: [...events, ended] }));

test('a slow machine makes nothing green, and nothing red', () => {
  fc.assert(
    fc.property(arbitraryRun, slowness, (anything, machine) => {
      // A quarantine excuses what the product broke, and not what a slow machine kept from being judged.
      const events = anything.filter(({ event }) => event !== 'policy');
      const [quiet, loud] = [verdictOn(events), verdictOn([...events, ...machine])];

      expect(loud.kind === 'pass').toBe(quiet.kind === 'pass');
      expect(loud.counts).toEqual(quiet.counts);
    }),
    runs,
  );
});

test('a slow machine excuses time-outs, and no other failure', () => {
  fc.assert(
    fc.property(arbitraryRun, slowness, (events, machine) => {
      const classes = ({ failures }: ReturnType<typeof judge>) =>
        new Map(failures.map((one) => [one.id, one.class]));
      const ranOut = new Set(
        events.flatMap((one) => (one.event === 'attempt' && one.status === 'timedOut' ? [one.id] : [])),
      );
      const loud = classes(verdictOn([...events, ...machine]));
      for (const [one, blamed] of classes(verdictOn(events)))
        if (loud.get(one) !== blamed) {
          expect(loud.get(one)).toBe('infrastructure');
          expect(ranOut).toContain(one);
        }
    }),
    runs,
  );
});
