import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { play } from '../testing/history.ts';
import { anyHistory, violations } from '../testing/any-history.ts';

/** The nightly run plays more histories. */
const histories = Number(process.env['GATE_HISTORIES'] ?? 400);

describe('the gate on any history of a card', () => {
  test(
    'never undoes a move twice, never plays ping-pong, and puts back what is not ready',
    { timeout: 600_000 },
    () => {
      fc.assert(
        fc.property(anyHistory, (steps) => {
          expect(violations(play(steps))).toEqual([]);
        }),
        { numRuns: histories },
      );
    },
  );

  test('does not undo a later move when a write is sent twice', () => {
    const toWork = { kind: 'move', by: 'ana', to: 'inProgress' } as const;
    const look = { kind: 'look', lagMs: 0 } as const;
    const send = { kind: 'send', answerIsLost: false } as const;
    const outcome = play([
      toWork,
      look,
      { kind: 'wait', ms: 95_000 },
      look,
      send,
      send,
      { kind: 'send', answerIsLost: true },
      { kind: 'wait', ms: 60_000 },
      toWork,
      send,
    ]);

    expect(outcome.reverts.map(({ undone, cause }) => [undone, cause])).toEqual([
      ['h1', 'move:h1'],
      ['h3', 'move:h3'],
    ]);
  });
});
