import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { groupCommit, QueueFull } from './group-commit.ts';

describe('groupCommit', () => {
  test('commits each item once, in order, one group at a time', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.boolean(), { maxLength: 60 }),
        fc.integer({ min: 1, max: 9 }),
        async (pauses, largest) => {
          const committed: number[][] = [];
          let inProgress = 0;
          const group = groupCommit<number>(
            async (items) => {
              inProgress += 1;
              expect(inProgress).toBe(1);
              await new Promise(setImmediate);
              committed.push([...items]);
              inProgress -= 1;
            },
            { largest },
          );
          const added: Promise<void>[] = [];
          for (const [item, isPause] of pauses.entries()) {
            added.push(group.add(item));
            if (isPause) await new Promise(setImmediate);
          }
          await Promise.all(added);
          expect(committed.flat()).toEqual([...pauses.keys()]);
          expect(committed.every(({ length }) => length <= largest)).toBe(true);
        },
      ),
      { numRuns: 50 },
    );
  });

  test('rejects the items of a failed group, and no others', async () => {
    const group = groupCommit<string>(async (items) => {
      if (items.includes('bad')) throw new Error('full');
    });
    const first = [group.add('bad'), group.add('beside')];
    const outcomes = await Promise.allSettled(first);
    await group.add('later');

    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });

  test('rejects items when the queue is full', async () => {
    const group = groupCommit<number>(() => sleep(20), { largest: 1, mostWaiting: 2 });
    const outcomes = await Promise.allSettled([1, 2, 3, 4].map((item) => group.add(item)));

    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'rejected']);
    expect(outcomes[3]).toMatchObject({ reason: expect.any(QueueFull) as QueueFull });
    await group.settled();
  });
});
