import { expect, test } from 'vitest';
import { redactedPath } from './redacted-path.ts';

test('a name holds no secret, and no asterisk', () => {
  expect(redactedPath('attachments/a/dump-hunter2-SECRET.txt', ['hunter2-SECRET'])).toBe(
    'attachments/a/dump-redacted.txt',
  );
});

test('other names stay', () => {
  expect(redactedPath('attachments/a b/é.txt', ['hunter2-SECRET'])).toBe('attachments/a b/é.txt');
});
