import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asAdmin } from './support/shared-platform.ts';
import { uat } from './support/spawn-uat.ts';
import { tappedPlatform, type TappedPlatform } from './support/tapped-platform.ts';

let platform: TappedPlatform;
beforeAll(async () => {
  platform = await tappedPlatform();
});
afterAll(() => platform[Symbol.asyncDispose]());

const args = (...words: string[]) => ['unforeseen', '--target', platform.url, '--no-report', ...words];
const made = () => platform.asked.filter((one) => one.startsWith('POST /api/auth/users')).length;

describe('a call that changes the target', () => {
  test('and that nothing foresaw is a fault of the spec, and sends nothing', async () => {
    const { exitCode, verdict } = await uat(args(), { env: asAdmin });

    expect({ exitCode, kind: verdict.kind }).toEqual({ exitCode: 2, kind: 'configuration' });
    expect(verdict.failures.map(({ title, class: blamed, error }) => ({ title, blamed, error }))).toEqual([
      {
        title: 'one that nothing foresaw',
        blamed: 'configuration',
        error: expect.stringContaining('this test calls data.user, which requires grant:users, but'),
      },
      {
        title: 'a click that nothing foresaw',
        blamed: 'configuration',
        error: expect.stringContaining(
          'this test calls settingsPage.revokeToken, which requires grant:tokens, but',
        ),
      },
    ]);
    expect(verdict.notEligible.map(({ requires }) => requires)).toEqual(['grant:users', 'grant:users']);
    expect(made()).toBe(0);
  });

  test('is a fault also where everything is granted; what was foreseen passes', async () => {
    const { exitCode, verdict } = await uat(args('--grant', 'all', '--grep', 'one that'), { env: asAdmin });

    expect({ exitCode, kind: verdict.kind }).toEqual({ exitCode: 2, kind: 'configuration' });
    expect(verdict.counts).toMatchObject({ passed: 2, failed: 1, notEligible: 0 });
    expect(made(), 'for the roles without credentials, and the two that were foreseen').toBe(4);
  });
});
