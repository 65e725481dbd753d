import { expect, test } from 'vitest';
import { versionNames } from './version-names.ts';

test.each([
  { version: '1.1.0', names: ['1.1.0'] },
  { version: '1:2.0~rc1-1', names: ['1:2.0~rc1-1', '2.0~rc1-1', '2.0~rc1'] },
  { version: '2.0-1', names: ['2.0-1', '2.0'] },
  { version: '3:2.0-rc1-1+b2', names: ['3:2.0-rc1-1+b2', '2.0-rc1-1+b2', '2.0-rc1'] },
])('$version is also written $names', ({ version, names }) => {
  expect(versionNames(version)).toEqual(names);
});
