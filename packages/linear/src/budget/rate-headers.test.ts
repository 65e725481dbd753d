import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rateHeaders } from './rate-headers.ts';

const now = Date.parse('2026-12-01T09:00:00Z');
const requests = (reset: string, date = now) =>
  rateHeaders(
    new Headers({
      date: new Date(date).toUTCString(),
      'x-ratelimit-requests-limit': '5000',
      'x-ratelimit-requests-remaining': '12',
      'x-ratelimit-requests-reset': reset,
    }),
    now,
  ).requests;

test('an allowance is read with its reset time', () => {
  expect(requests(String(now + 60_000))).toEqual({ limit: 5000, remaining: 12, resetAt: now + 60_000 });
});

test('a clock that is wrong by hours does not change the wait', () => {
  const serverNow = now - 5 * 3_600_000;

  expect(requests(String(serverNow + 60_000), serverNow)).toMatchObject({ resetAt: now + 60_000 });
});

test.each([
  ['far ahead', String(now + 48 * 3_600_000), now + 3_600_000],
  ['in the past', String(now - 1), now],
  ['missing', '', now + 3_600_000],
  ['no number', 'soon', now + 3_600_000],
])('a reset time %s waits no longer than the documented hour', (_case, reset, resetAt) => {
  expect(requests(reset)).toMatchObject({ resetAt });
});

test('malformed headers are ignored', () => {
  const headers = new Headers({
    'x-ratelimit-requests-limit': '-1',
    'x-ratelimit-requests-remaining': 'many',
    'x-complexity': 'NaN',
    'retry-after': 'later',
    'x-ratelimit-endpoint-requests-limit': '5',
  });

  expect(rateHeaders(headers, now)).toEqual({});
});

test('no header makes it throw or wait longer than an hour', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme-ascii' }), fc.nat(), (text, limit) => {
      const visible = text.replaceAll(/[^\x20-\x7e]/g, '');
      const read = rateHeaders(
        new Headers({
          date: visible,
          'retry-after': visible,
          'x-ratelimit-requests-limit': String(limit),
          'x-ratelimit-requests-remaining': String(limit + 1),
          'x-ratelimit-requests-reset': visible,
        }),
        now,
      );
      expect(read.requests?.resetAt ?? now).toBeLessThanOrEqual(now + 3_600_000);
      expect(read.requests?.remaining ?? 0).toBeLessThanOrEqual(read.requests?.limit ?? 0);
      expect(read.retryAfterMs ?? 0).toBeLessThanOrEqual(3_600_000);
    }),
  );
});
