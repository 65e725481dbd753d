import { expect, test } from 'vitest';
import { markupOf } from './html.ts';
import { relativeTime, utc } from './relative-time.ts';

const now = Date.UTC(2026, 10, 30, 12);

test.each([
  { ms: 0, says: 'now' },
  { ms: -999, says: 'now' },
  { ms: -12_000, says: '12 s ago' },
  { ms: -119_000, says: '1 min ago' },
  { ms: -3 * 3_600_000, says: '3 h ago' },
  { ms: -50 * 3_600_000, says: '2 d ago' },
  { ms: 40 * 60_000, says: 'in 40 min' },
])('$ms ms away is $says', ({ ms, says }) => {
  expect(markupOf(relativeTime(now + ms, now))).toContain(`>${says}</time>`);
});

test('carries the exact time', () => {
  expect(markupOf(relativeTime(now, now))).toContain(
    '<time datetime="2026-11-30T12:00:00.000Z" title="2026-11-30 12:00 UTC">',
  );
  expect(utc(now)).toBe('2026-11-30 12:00 UTC');
});
