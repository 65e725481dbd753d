import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chosenFaults } from './chosen-faults.ts';

const faults = Array.from({ length: 7 }, (_, index) => ({ id: `A${index + 1}` }));
const ids = (chosen: { id: string }[]) => chosen.map(({ id }) => id);

test('all are chosen, without a word, when nothing was asked for', () => {
  expect(chosenFaults({})(faults)).toEqual({ chosen: faults, said: [] });
});

test('a sample is told with its seed and its faults, and can be had again', () => {
  const { chosen, said } = chosenFaults({ sample: '3', seed: '42' })(faults);

  expect(chosen).toHaveLength(3);
  expect(said).toEqual(['sample   3 of 7 (--seed 42)', `faults  ${ids(chosen).join(' ')}`]);
  expect(chosenFaults({ sample: '3', seed: '42' })(faults).chosen).toEqual(chosen);
});

test('without a seed one is drawn, and told', () => {
  const { chosen, said } = chosenFaults({ sample: '3' }, () => 2_026)(faults);

  expect(said[0]).toBe('sample   3 of 7 (--seed 2026)');
  expect(chosen).toEqual(chosenFaults({ sample: '3', seed: '2026' })(faults).chosen);
});

test('a sample of more than there are is all, and that is said', () => {
  const { chosen, said } = chosenFaults({ sample: '30', seed: '1' })(faults);

  expect(chosen).toEqual(faults);
  expect(said[0]).toBe('sample   all 7, for there are no 30 (--seed 1)');
});

test('the parts of a sample are a partition of it: it is drawn before it is parted', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 9 }),
      fc.nat(),
      fc.integer({ min: 1, max: 9 }),
      (sample, seed, of) => {
        const drawn = { sample: String(sample), seed: String(seed) };

        const parts = Array.from({ length: of }, (_, index) =>
          ids(chosenFaults({ ...drawn, part: `${index + 1}/${of}` })(faults).chosen),
        );

        expect(parts.flat().toSorted()).toEqual(ids(chosenFaults(drawn)(faults).chosen).toSorted());
      },
    ),
  );
});

test('a part without a fault is told', () => {
  expect(chosenFaults({ part: '3/3' })(faults.slice(0, 2))).toEqual({
    chosen: [],
    said: ['part     3 of 3', 'faults  none'],
  });
});

test.each(['0/2', '3/2', 'abc', '1', '1/0', '1/2/3', '-1/2', '1.5/2', '', '1 / 2'])(
  "--part '%s' is refused with a sentence",
  (part) => {
    expect(() => chosenFaults({ part })).toThrow(
      `--part takes one of several parts, such as 1/2 or 2/2, not '${part}'.`,
    );
  },
);

test.each(['0', '-3', 'many', '2.5', ''])("--sample '%s' is refused with a sentence", (sample) => {
  expect(() => chosenFaults({ sample })).toThrow(`--sample takes a whole number from 1 up, not '${sample}'.`);
});

test.each(['-1', 'abc', ''])("--seed '%s' is refused with a sentence", (seed) => {
  expect(() => chosenFaults({ sample: '3', seed })).toThrow(
    `--seed takes a whole number from 0 up, not '${seed}'.`,
  );
});

test('a seed without a sample is refused with a sentence', () => {
  expect(() => chosenFaults({ seed: '1' })).toThrow('say with --sample how many faults');
});
