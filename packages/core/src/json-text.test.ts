import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonText } from './json-text.ts';

test('half of an emoji does not make a file that others refuse', () => {
  expect(jsonText({ error: 'expected 🙂, got \ud83d…' })).toBe('{"error":"expected 🙂, got \ufffd…"}');
});

test('a text that is whole stays as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(JSON.parse(jsonText([text]))).toEqual([text]);
    }),
  );
});
