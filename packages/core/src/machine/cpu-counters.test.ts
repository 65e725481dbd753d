import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ownTicks, processTimesIn, timesIn, waitedIn } from './cpu-counters.ts';

test('the times of all cores are those of the first line, without those of guests', () => {
  expect(timesIn('cpu  10 20 30 400 50 6 7 80 9 9\ncpu0 1 1 1 1 1 1 1 1 1 1\n')).toEqual({
    ...{ total: 603, idle: 450, stolen: 80 },
  });
});

test('the time in which tasks waited is that of some, and unknown where the kernel does not tell', () => {
  const said =
    'some avg10=15.13 avg60=6.95 avg300=17.78 total=18383449576\nfull avg10=0.00 avg60=0.00 avg300=0.00 total=3\n';

  expect(waitedIn(said)).toBe(18_383_449_576);
  expect(waitedIn('')).toBeUndefined();
});

test.each(['node', 'a) R 9 (b', 'with space'])(
  'a process named %s says what it and its children used',
  (name) => {
    const stat = `42 (${name}) S 7 42 42 0 -1 4194304 900 0 0 0 11 12 13 14 20 0 1 0 99 0`;

    expect(processTimesIn(stat)).toEqual({ pid: 42, parent: 7, ticks: 50 });
  },
);

test('what a process and its descendants used does not go back when one ends and its parent has waited for it', () => {
  const tree = fc
    .array(fc.record({ parent: fc.nat(), ticks: fc.nat({ max: 1_000 }) }), { minLength: 1, maxLength: 20 })
    .map((nodes) =>
      nodes.map(({ parent, ticks }, index) => ({
        ...{ pid: index + 1, parent: index === 0 ? 0 : (parent % index) + 1, ticks },
      })),
    );
  fc.assert(
    fc.property(tree, fc.nat(), (processes, which) => {
      const leaves = processes.filter(({ pid }) => pid !== 1 && !processes.some((one) => one.parent === pid));
      const gone = leaves[which % Math.max(1, leaves.length)];
      const left = processes
        .filter((one) => one !== gone)
        .map((one) =>
          gone !== undefined && one.pid === gone.parent ? { ...one, ticks: one.ticks + gone.ticks } : one,
        );

      expect(ownTicks(left, 1)).toBe(ownTicks(processes, 1));
      expect(ownTicks([...processes, { pid: 99, parent: 98, ticks: 5 }], 1)).toBe(ownTicks(processes, 1));
    }),
  );
});
