import { expect, test } from 'vitest';
import { planned } from '../testing/index.ts';
import { namesOf, promiseOf, testOf } from './names-of.ts';

test.each([
  { id: 'authnz/tokens#a-token', of: 'authnz/tokens#a-token' },
  { id: 'authnz/tokens#a-token~2', of: 'authnz/tokens#a-token' },
  { id: 'installers/removal#gone@acme-deb~13', of: 'installers/removal#gone@acme-deb' },
])('$id is of the test $of', ({ id, of }) => {
  expect(testOf(id)).toBe(of);
});

test('a promise is the same for every product', () => {
  expect(promiseOf('installers/removal#gone@acme-deb~13')).toBe('installers/removal#gone');
  expect(promiseOf('installers/removal#gone')).toBe('installers/removal#gone');
});

test('a test goes by its id and by those that it had, for one product or all', () => {
  expect(namesOf({ ...planned('installers/a#b@acme~2'), aliases: ['installers/a#old'] })).toEqual([
    ...['installers/a#b@acme~2', 'installers/a#b', 'installers/a#b@acme', 'installers/a#old'],
  ]);
});
