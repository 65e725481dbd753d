import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { taggedName, runTagIn } from './run-tag.ts';

const letters = Array.from('abcdefghijklmnopqrstuvwxyz0123456789');
const moment = fc.date({
  min: new Date('2020-01-01T00:00:00Z'),
  max: new Date('2099-12-31T23:59:59Z'),
  noInvalidDate: true,
});
const suffix = fc.string({ unit: fc.constantFrom(...letters), minLength: 4, maxLength: 4 });

const digits = (date: Date) => date.toISOString().replaceAll(/\D/g, '');
const idOf = (date: Date, end: string) => `${digits(date).slice(0, 8)}-${digits(date).slice(8, 12)}-${end}`;

describe('a tagged name', () => {
  test('identifies its run and the minute in which that began', () => {
    fc.assert(
      fc.property(moment, suffix, (date, end) => {
        const runId = idOf(date, end);

        expect(runTagIn(taggedName(runId))).toEqual({
          runId,
          startedAt: new Date(Math.floor(date.getTime() / 60_000) * 60_000),
        });
      }),
    );
  });

  test('is unique', () => {
    const names = Array.from({ length: 100 }, () => taggedName('20261122-1831-k3f9'));

    expect(new Set(names).size).toBe(100);
  });
});

describe('any other name has no run tag', () => {
  test.each([
    '',
    'admin',
    'uat',
    'uat-lab-server',
    'uat-20261122',
    'uat-20261122-1831-k3f9',
    'uat-20261122-1831-k3f9-',
    'uat-20261122-1831-k3f9-5d0a1c@example.com',
    'my-uat-20261122-1831-k3f9-5d0a1c',
    'UAT-20261122-1831-k3f9-5d0a1c',
    'uat-20261122-1831-k3f9-5d0a1c\n',
    'uat-20261322-1831-k3f9-5d0a1c',
    'uat-20261122-2561-k3f9-5d0a1c',
  ])('%j', (name) => {
    expect(runTagIn(name)).toBeUndefined();
  });

  test('any text at all', () => {
    fc.assert(
      fc.property(fc.string(), (name) => {
        expect(runTagIn(name)).toBeUndefined();
        expect(runTagIn(`uat-${name}`)).toBeUndefined();
      }),
    );
  });
});
