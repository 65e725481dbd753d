import { expect, test } from 'vitest';
import { isPostgres, withoutPassword } from './address.ts';

test.each([
  { address: '/srv/history.sqlite', shown: '/srv/history.sqlite' },
  { address: 'postgres://uat@db:5432/uat', shown: 'postgres://uat@db:5432/uat' },
  { address: 'postgres://uat:secret@db:5432/uat', shown: 'postgres://uat@db:5432/uat' },
  { address: 'postgresql://db/uat?user=uat&password=secret#secret', shown: 'postgresql://db/uat' },
  { address: 'postgres://uat:sec ret@db:x/uat', shown: 'a malformed URL' },
])('$address is shown as $shown', ({ address, shown }) => {
  expect(withoutPassword(address)).toBe(shown);
});

test.each([
  { address: 'postgres://db/uat', is: true },
  { address: 'postgresql://db/uat', is: true },
  { address: 'history.sqlite', is: false },
  { address: 'mysql://db/uat', is: false },
])('$address is PostgreSQL: $is', ({ address, is }) => {
  expect(isPostgres(address)).toBe(is);
});
