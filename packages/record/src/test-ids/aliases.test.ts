import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { currentId, formerIds, removedId, renamedId } from './aliases.ts';
import type { TestIds } from './test-ids.ts';

const [a, b, c, d] = ['authnz/sign-in#a', 'authnz/sign-in#b', 'authnz/sign-in#c', 'authnz/tokens#d'] as const;

/** The ids in which there are these tests, and nothing was ever renamed. */
const only = (...tests: string[]): TestIds => ({ tests, aliases: {} });

describe('a test with another id', () => {
  test('is found by each of its former ids, and names them from the first', () => {
    const once = renamedId(only(a, d), a, b, [b, d]);
    const { aliases, tests } = renamedId(once, b, c, [c, d]);

    expect(tests.toSorted()).toEqual([c, d]);
    expect([a, b, c].map((id) => currentId(aliases, id))).toEqual([c, c, c]);
    expect(formerIds(aliases, c)).toEqual([a, b]);
    expect([currentId(aliases, d), formerIds(aliases, d)]).toEqual([d, []]);
  });

  test('takes its repetitions and products along', () => {
    const { aliases } = renamedId(only(a), a, b, [b]);

    expect(currentId(aliases, `${a}@acme-deb~2`)).toBe(`${b}@acme-deb~2`);
    expect(formerIds(aliases, `${b}~2`)).toEqual([`${a}~2`]);
  });

  test('may be renamed twice in the same words', () => {
    const once = renamedId(only(a), a, b, [b]);

    expect(renamedId(once, a, b, [b])).toEqual(once);
  });

  test('may get its former id back', () => {
    const there = renamedId(only(a), a, b, [b]);
    const { aliases } = renamedId(there, b, a, [a]);

    expect(aliases).toEqual({ [b]: a });
  });

  test('that was removed is none, by none of its ids', () => {
    const renamed = renamedId(only(a), a, b, [b]);
    const { aliases, tests } = removedId(renamed, b, []);

    expect(tests).toEqual([]);
    expect([a, b].map((id) => currentId(aliases, id))).toEqual([null, null]);
  });
});

test('whatever was renamed, a former id leads to the test that names it, and no circle arises', () => {
  const ids = [a, b, c, d, 'smoke/ping#e'];
  const change = fc.record({ from: fc.nat(4), to: fc.option(fc.nat(4), { nil: undefined }) });
  fc.assert(
    fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
      let known = only(a, b, c);
      for (const { from, to } of changes) {
        const today = known.tests.filter((id) => id !== ids[from]);
        const id = ids[from] ?? a;
        const wanted = to === undefined ? undefined : ids[to];
        if (!known.tests.includes(id) || wanted === id) continue;
        known =
          wanted === undefined
            ? removedId(known, id, today)
            : renamedId(known, id, wanted, [...today, wanted]);
      }
      const olds = Object.keys(known.aliases);
      for (const one of known.tests)
        expect(new Set(formerIds(known.aliases, one))).toEqual(
          new Set(olds.filter((old) => currentId(known.aliases, old) === one)),
        );
    }),
  );
});

describe('what cannot have happened is a matter of configuration:', () => {
  test.each([
    { what: 'an id that no test ever had', from: 'authnz/sign-in#z', to: c, says: 'No test had the id' },
    { what: 'a slip in the id', from: 'authnz/sign-im#a', to: c, says: `Did you mean '${a}'?` },
    { what: 'a test that is there', from: b, to: c, says: `'${b}' is the id of an existing test` },
    { what: 'a test and itself', from: c, to: c, says: `'${c}' is the id of an existing test` },
    { what: 'a new id that no test has', from: a, to: d, says: `There is no test '${d}'` },
    { what: 'a slip in the new id', from: a, to: 'authnz/sign-on#c', says: `Did you mean '${c}'?` },
  ])('$what', ({ from, to, says }) => {
    expect(() => renamedId(only(a, b), from, to, [b, c])).toThrow(
      expect.objectContaining({ kind: 'configuration', message: expect.stringContaining(says) }),
    );
  });

  test.each([
    { what: 'the removal of an id that no test ever had', id: d, says: 'No test had the id' },
    { what: 'the removal of an existing test', id: b, says: 'is the id of an existing test' },
  ])('$what', ({ id, says }) => {
    expect(() => removedId(only(a, b), id, [b])).toThrow(
      expect.objectContaining({ kind: 'configuration', message: expect.stringContaining(says) }),
    );
  });
});
