import { describe, expect, test } from 'vitest';
import { frontDoor } from './front-door.ts';
import { asAdmin, sharedPlatform } from './shared-platform.ts';
import { startCommand, uat } from './spawn-uat.ts';

const platform = sharedPlatform();

describe('a target below a path', () => {
  test('is tested like any other, with its /api or without', async () => {
    await using door = await frontDoor(platform().url, { prefix: '/kamiwaza' });
    const run = (...args: string[]) => uat([...args, '--no-report'], { env: asAdmin });

    const plain = await run('kept', '--target', `${door.url}/api`);
    const changing = await run('set-up', 'granted', '--target', `${door.url}/`, '--grant', 'all');

    expect(plain.verdict).toMatchObject({ kind: 'pass', target: { url: door.url }, counts: { passed: 2 } });
    expect(changing.verdict).toMatchObject({ kind: 'pass', counts: { failed: 0, notRun: 0 } });
    expect(changing.verdict.counts.passed).toBeGreaterThan(1);
  });

  test('has its console and its sign-in there', async () => {
    await using door = await frontDoor(platform().url, { prefix: '/kamiwaza' });

    const { verdict } = await uat(['browserless', '--target', door.url, '--no-report'], { env: asAdmin });

    expect(verdict).toMatchObject({ kind: 'pass', counts: { passed: 1 } });
  });

  test('shows in doctor as it would in a run', async () => {
    await using door = await frontDoor(platform().url, { prefix: '/kamiwaza' });

    const { exitCode, stdout } = await startCommand(['doctor', '--target', door.url], { env: asAdmin });

    expect(exitCode, stdout).toBe(0);
    expect(stdout).toContain('signs in as admin');
  });
});

test('a media type is the same in any case', async () => {
  await using door = await frontDoor(platform().url, { json: 'Application/JSON; charset=UTF-8' });

  const { verdict } = await uat(['kept', 'ping', '--target', door.url, '--no-report']);

  expect(verdict.failures.map(({ error }) => error)).toEqual([]);
  expect(verdict.kind).toBe('pass');
});

test.each([205, 999])('a status is told as it is, whether fetch knows it or not: %i', async (pingStatus) => {
  await using door = await frontDoor(platform().url, { pingStatus });

  const { exitCode, verdict } = await uat(['ping', '--target', door.url, '--no-report']);

  expect(exitCode).toBe(1);
  expect(verdict.failures[0]?.error).toContain(`status: ${pingStatus} is not documented`);
});
