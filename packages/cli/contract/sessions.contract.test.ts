import { createKamiwaza } from '@uat/sdk';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { asAdmin } from './support/shared-platform.ts';
import { ended, startUat, uat } from './support/spawn-uat.ts';
import { tappedPlatform, type TappedPlatform } from './support/tapped-platform.ts';
import { adminOf } from './support/users-on.ts';

let platform: TappedPlatform;
let handedIn: string;
beforeAll(async () => {
  platform = await tappedPlatform();
  handedIn = (await adminOf(platform.url).auth.createPat({ name: 'somebody’s own', ttl_seconds: 3600 }))
    .token;
});
afterAll(() => platform[Symbol.asyncDispose]());

const env = () => ({ ...asAdmin, UAT_USER_TOKEN: handedIn });
const args = (...words: string[]) => ['sessions', '--target', platform.url, '--no-report', ...words];

/** The statuses that the tokens get which the target has given since `forget`, each kind once. */
async function fates() {
  const anyone = createKamiwaza({ baseUrl: platform.url });
  const [access, refresh] = [[...platform.access], [...platform.refresh]];
  const asBearer = access.map(async (token) => {
    const client = createKamiwaza({ baseUrl: platform.url, credentials: { kind: 'token', token } });
    return (await client.auth.me().response).status;
  });
  const renewed = refresh.map(
    async (refreshToken) => (await anyone.auth.refresh({ refreshToken }).response).status,
  );
  return {
    access: [...new Set(await Promise.all(asBearer))],
    refresh: [...new Set(await Promise.all(renewed))],
    tokens: access.length + refresh.length,
  };
}

const forget = () => {
  platform.access.clear();
  platform.refresh.clear();
  platform.asked.splice(0);
};
const ownToken = async () => {
  const owner = createKamiwaza({ baseUrl: platform.url, credentials: { kind: 'token', token: handedIn } });
  return (await owner.auth.me().response).status;
};

describe('the tokens that a run obtained', () => {
  test('open nothing when it has ended, also where it failed; what a person handed in does', async () => {
    forget();

    const { verdict } = await uat(args('--grep', '^(?!.*never ends)'), { env: env() });

    expect(verdict.counts).toMatchObject({ discovered: 6, passed: 5, failed: 1 });
    const { tokens, ...statuses } = await fates();
    expect(tokens, 'of roles, by hand, in both browsers').toBeGreaterThanOrEqual(10);
    expect(statuses).toEqual({ access: [401], refresh: [401] });
    expect(await ownToken()).toBe(200);
    expect(
      platform.asked.filter((one) => /purge|DELETE/.test(one)),
      'only its own log-out',
    ).toEqual([]);
  });

  test('open nothing when it was stopped', async () => {
    forget();
    const { child, out } = startUat(args('--grep', 'never ends'), { env: env() });
    const asks = () => platform.asked.filter((one) => one === 'GET /api/auth/users/me').length;
    await vi.waitFor(() => expect(asks()).toBeGreaterThanOrEqual(3), { timeout: 90_000, interval: 100 });
    const stopped = Date.now();

    child.kill('SIGTERM');

    const { exitCode } = ended(await child, out);
    expect(exitCode).toBe(143);
    expect(Date.now() - stopped).toBeLessThan(10_000);
    const { tokens, ...statuses } = await fates();
    expect(tokens).toBeGreaterThanOrEqual(4);
    expect(statuses).toEqual({ access: [401], refresh: [401] });
    expect(await ownToken()).toBe(200);
  });
});
