import { expect, test } from 'vitest';
import { sizeText } from './size-text.ts';

test.each([
  [0, '0 bytes'],
  [999, '999 bytes'],
  [1_000, '1.00 KB'],
  [999_999, '1.00 MB'],
  [4_920_000_000, '4.92 GB'],
  [null, 'unknown size'],
  [-1, 'unknown size'],
])('%s bytes are %s', (bytes, text) => expect(sizeText(bytes)).toBe(text));
