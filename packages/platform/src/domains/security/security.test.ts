import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { json, testedPlatform, type TestedPlatform } from '../../testing/tested-platform.ts';

let tested: TestedPlatform;
let admin: string;

beforeAll(async () => {
  tested = await testedPlatform({ testing: true });
  admin = await tested.token('admin');
});
afterAll(() => tested[Symbol.asyncDispose]());

const all = {
  consent_enabled: true,
  consent_content: '<p>Authorized use only</p>',
  consent_button_label: 'I Agree',
  banner_enabled: true,
  banner_top_text: 'CUI',
  banner_top_color: '#502b85',
  banner_bottom_text: 'CUI',
  banner_bottom_color: '#502B85',
};
const put = (config: unknown) =>
  tested.call('PUT', '/security/admin/config', { token: admin, ...json(config) });
const seen = async () => (await tested.call('GET', '/security/public/config')).body;

describe('the security configuration', () => {
  test('is everything off at first', async () => {
    expect(await seen()).toMatchObject({ consent_enabled: false, banner_enabled: false });
  });

  test('is what an administrator set', async () => {
    expect((await put(all)).body).toEqual(all);
    expect(await seen()).toEqual(all);
    expect((await tested.call('GET', '/security/admin/config', { token: admin })).body).toEqual(all);
  });

  test('keeps the texts of what is off for administrators', async () => {
    await put({ ...all, consent_enabled: false, banner_enabled: false });

    expect(await seen()).toEqual({
      consent_enabled: false,
      consent_content: null,
      consent_button_label: null,
      banner_enabled: false,
      banner_top_text: null,
      banner_top_color: null,
      banner_bottom_text: null,
      banner_bottom_color: null,
    });
    expect((await tested.call('GET', '/security/admin/config', { token: admin })).body.banner_top_text).toBe(
      'CUI',
    );
  });

  test.each([
    [{ banner_enabled: true }],
    [{ ...all, consent_enabled: 'yes' }],
    [{ ...all, banner_top_color: 'red' }],
    [{ ...all, banner_top_color: 'url(x)' }],
    [{ ...all, banner_top_text: 'x'.repeat(201) }],
    [{ ...all, consent_content: 'x'.repeat(10_001) }],
    [{ ...all, consent_button_label: 'x'.repeat(101) }],
    [{ ...all, more: 1 }],
    [null],
  ])('refuses what it cannot be (%#)', async (config) => {
    await put(all);

    expect((await put(config)).status).toBe(422);
    expect(await seen()).toEqual(all);
  });
});

describe('a rate', () => {
  test('of consents is limited for one caller, said when to come back, and of no matter to others', async () => {
    const accept = (from: string) =>
      tested.call('POST', '/security/consent/accept', { headers: { 'x-forwarded-for': from } });
    const first = await accept('203.0.113.7');
    const more = await Promise.all(Array.from({ length: 30 }, () => accept('1.1.1.1, 203.0.113.7')));

    expect(first.body.accepted).toBe(true);
    const refused = more.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(1);
    const wait = Number(refused[0]?.headers.get('retry-after'));
    expect(wait).toBeGreaterThan(50);
    expect(wait).toBeLessThanOrEqual(60);
    expect((await accept('203.0.113.8')).status).toBe(200);
  });

  test('of requests for the public configuration is limited too, far above what pages need', async () => {
    const began = performance.now();
    // The clock of the requests stands still, or the window would end before the last of them on a slow machine.
    const ask = (from: string, seconds = 0) => {
      const elapsed = Math.floor((performance.now() - began) / 1_000);
      const headers = { 'x-forwarded-for': from, 'x-test-clock': String(seconds - elapsed) };
      return tested.call('GET', '/security/public/config', { headers });
    };
    const statuses: number[] = [];
    for (let count = 0; count < 35; count += 1) statuses.push((await ask('203.0.113.9')).status);

    expect(statuses.filter((status) => status === 429)).toHaveLength(5);
    expect((await ask('203.0.113.10')).status).toBe(200);
    expect((await ask('203.0.113.9', 3)).status).toBe(200);
  });
});
