import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryPattern, resultsOf } from '../testing/index.ts';
import { quarantineExit } from './quarantine-exit.ts';

const entry = { lane: 'nightly', since: '2026-11-01T06:00:00.000Z' };

test.each([
  { what: 'five passes since the entry', pattern: 'FPPPPP', reached: true, passes: 5 },
  { what: 'four, and one before the entry', pattern: 'PPPPP', reached: false, passes: 4 },
  { what: 'five with a recovery between', pattern: 'FPPPRPP', reached: false, passes: 2 },
  { what: 'five with a run between that judged nothing', pattern: 'FPPIPNPP', reached: true, passes: 5 },
])('$what: $reached', ({ pattern, reached, passes }) => {
  expect(quarantineExit(resultsOf(pattern), entry)).toEqual({ reached, passes, needed: 5 });
});

test('passes in another lane prove nothing', () => {
  expect(quarantineExit(resultsOf('PPPPPPPP', { lane: 'cd' }), entry)).toMatchObject({ passes: 0 });
});

test('is never reached right after a failure or a recovery', () => {
  fc.assert(
    fc.property(arbitraryPattern, fc.constantFrom('F', 'R'), (pattern, last) => {
      expect(quarantineExit(resultsOf(pattern + last), entry).reached).toBe(false);
    }),
  );
});
