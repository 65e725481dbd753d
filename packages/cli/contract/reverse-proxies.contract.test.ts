import { describe, expect, test } from 'vitest';
import { reverseProxy } from './support/reverse-proxy.ts';
import { asAdmin, sharedPlatform } from './support/shared-platform.ts';
import { startCommand, uat } from './support/spawn-uat.ts';

const platform = sharedPlatform();

describe('a target below a path', () => {
  test('is tested like any other, console and sign-in too, whatever it calls JSON', async () => {
    const json = 'Application/JSON; charset=UTF-8';
    await using proxy = await reverseProxy(platform().url, { prefix: '/kamiwaza', json });
    const areas = ['kept', 'ping', 'set-up', 'granted', 'browserless'];

    const { verdict } = await uat(
      [...areas, '--target', `${proxy.url}/api`, '--grant', 'all', '--no-report'],
      { env: asAdmin },
    );

    expect(verdict.failures.map(({ error }) => error)).toEqual([]);
    expect(verdict).toMatchObject({ kind: 'pass', target: { url: proxy.url } });
    expect(verdict.counts).toMatchObject({ discovered: 7, passed: 7 });
  });

  test('shows in doctor as it would in a run', async () => {
    await using proxy = await reverseProxy(platform().url, { prefix: '/kamiwaza' });

    const { exitCode, stdout } = await startCommand(['doctor', '--target', `${proxy.url}/`], {
      env: asAdmin,
    });

    expect(exitCode, stdout).toBe(0);
    expect(stdout).toContain('signs in as admin');
  });
});

test('a status is told as it is, whether fetch knows it or not', async () => {
  await using proxy = await reverseProxy(platform().url, { pingStatuses: [205, 999] });

  const { exitCode, verdict } = await uat([
    'ping',
    '--target',
    proxy.url,
    '--no-report',
    '--',
    '--repeat-each',
    '2',
  ]);

  expect(exitCode).toBe(1);
  const errors = verdict.failures.map(({ error }) => error).join('\n');
  expect(errors).toContain('status: 205 is not documented');
  expect(errors).toContain('status: 999 is not documented');
});
