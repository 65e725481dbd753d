import { expect, test } from 'vitest';
import { chooseSituations } from './choose-situations.ts';
import { situations } from './situations/index.ts';

test('all situations are chosen, or those with the ids, in the order of the list', () => {
  expect(chooseSituations(situations, {})).toEqual(situations);
  expect(
    chooseSituations(situations, { ids: ['dead-shard', 'refused-at-start'] }).map(({ id }) => id),
  ).toEqual(['refused-at-start', 'dead-shard']);
});

test('fast leaves out what has to run tests', () => {
  const kinds = chooseSituations(situations, { fast: true }).map(({ scene }) => scene.kind);

  expect(new Set(kinds)).toEqual(new Set(['merge', 'judge']));
});

test('an id that there is not is refused', () => {
  expect(() => chooseSituations(situations, { ids: ['ded-shard'] })).toThrow("Did you mean 'dead-shard'?");
});
