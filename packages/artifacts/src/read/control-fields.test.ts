import { expect, test } from 'vitest';
import { controlFields } from './control-fields.ts';

test('a control paragraph is split into fields, with continuation lines joined to their field', () => {
  expect(
    controlFields('Package: acme\nDepends:\n a,\n b (>= 1)\nDescription: short\n long\n .\n more\n'),
  ).toEqual({
    Package: 'acme',
    Depends: 'a,\nb (>= 1)',
    Description: 'short\nlong\n.\nmore',
  });
});

test('field names are case-insensitive', () => {
  expect(controlFields('package: acme\nVERSION: 1\npre-depends: a\n')).toEqual({
    Package: 'acme',
    Version: '1',
    'Pre-Depends': 'a',
  });
});
