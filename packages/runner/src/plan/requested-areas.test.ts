import type { UatConfig } from '@uat/config';
import { expect, test } from 'vitest';
import { requestedAreas } from './requested-areas.ts';

const config = { areas: { smoke: {}, authnz: {}, installers: {} } } as unknown as UatConfig;

test.each([
  { asked: [], names: ['smoke', 'authnz', 'installers'] },
  { asked: ['authnz'], names: ['authnz'] },
  { asked: ['installers', 'smoke'], names: ['smoke', 'installers'] },
  { asked: ['smoke', 'smoke'], names: ['smoke'] },
])('$asked means $names', ({ asked, names }) => {
  expect(requestedAreas(asked, config)).toEqual(names);
});

test.each([
  { unknown: 'authz', meant: " Did you mean 'authnz'?" },
  { unknown: 'Smoke', meant: " Did you mean 'smoke'?" },
  { unknown: '', meant: '' },
  { unknown: 'constructor', meant: '' },
])("'$unknown' is refused by name, with the areas that there are", ({ unknown, meant }) => {
  expect(() => requestedAreas(['smoke', unknown], config)).toThrow(
    expect.objectContaining({
      kind: 'configuration',
      message: `There is no area '${unknown}'. Areas: smoke, authnz, installers.${meant}`,
    }),
  );
});
