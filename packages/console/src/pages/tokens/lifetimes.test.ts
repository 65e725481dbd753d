import { expect, test } from 'vitest';
import { lifetimes } from './lifetimes.ts';

const texts = (ttl: Parameters<typeof lifetimes>[0]) => lifetimes(ttl).map(({ text }) => text);

test('the usual lifetimes are offered as far as the platform allows them', () => {
  expect(texts({ default_seconds: 2_592_000, min_seconds: 60, max_seconds: 31_536_000 })).toEqual([
    '1 hour',
    '1 day',
    '7 days',
    '30 days',
    '90 days',
    '365 days',
  ]);
  expect(texts({ default_seconds: 86_400, min_seconds: 86_400, max_seconds: 604_800 })).toEqual([
    '1 day',
    '7 days',
  ]);
});

test("the platform's own default is offered too", () => {
  expect(texts({ default_seconds: 5400, min_seconds: 3600, max_seconds: 7200 })).toEqual([
    '1 hour',
    '90 minutes',
  ]);
});
