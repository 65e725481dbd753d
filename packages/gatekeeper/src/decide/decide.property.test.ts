import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { play } from '../testing/history.ts';
import { anyHistory, brokenPromises } from '../testing/any-history.ts';

describe('the gate on any history of a card', () => {
  test('undoes no move twice, plays no ping-pong, and puts back what is not ready', () => {
    fc.assert(
      fc.property(anyHistory, (steps) => {
        expect(brokenPromises(play(steps))).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });
});
