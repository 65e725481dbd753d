import fc from 'fast-check';
import { expect, test } from 'vitest';

import { createSlidingWindow } from './sliding-window.ts';

test('no window of time ever holds more calls than the limit, and a caller that waits as told gets through', () => {
  const gaps = fc.array(fc.integer({ min: 0, max: 900 }), { maxLength: 60 });
  fc.assert(
    fc.property(gaps, fc.integer({ min: 1, max: 5 }), (waits, limit) => {
      const judge = createSlidingWindow(limit, 1_000);
      const passed: number[] = [];
      let now = 0;
      for (const wait of waits) {
        now += wait;
        const verdict = judge('a', now);
        if (verdict.kind === 'waits') {
          now += verdict.seconds * 1_000;
          expect(judge('a', now).kind).toBe('passes');
        }
        passed.push(now);
      }
      for (const start of passed)
        expect(passed.filter((time) => time >= start && time < start + 1_000).length).toBeLessThanOrEqual(
          limit,
        );
    }),
  );
});

test('keys do not know of each other', () => {
  const judge = createSlidingWindow(1, 1_000);

  expect([judge('a', 0), judge('b', 0), judge('a', 999), judge('a', 1_000)]).toEqual([
    { kind: 'passes' },
    { kind: 'passes' },
    { kind: 'waits', seconds: 1 },
    { kind: 'passes' },
  ]);
});
