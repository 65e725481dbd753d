import { expect, test } from 'vitest';
import { controlFields } from './control-fields.ts';

test('a control paragraph is its fields, and lines that go on belong to the one above', () => {
  expect(
    controlFields('Package: acme\nDepends:\n a,\n b (>= 1)\nDescription: short\n long\n .\n more\n'),
  ).toEqual({
    Package: 'acme',
    Depends: 'a,\nb (>= 1)',
    Description: 'short\nlong\n.\nmore',
  });
});

test('a field is known in any case', () => {
  expect(controlFields('package: acme\nVERSION: 1\npre-depends: a\n')).toEqual({
    Package: 'acme',
    Version: '1',
    'Pre-Depends': 'a',
  });
});
