import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { execaSync } from 'execa';
import { afterEach, expect, test, vi } from 'vitest';
import { buildBase } from './build-base.ts';

const here =
  process.getuid?.() === 0 && execaSync('mmdebstrap', ['--version'], { reject: false }).exitCode === 0;
afterEach(() => vi.unstubAllEnvs());

test.skipIf(!here)(
  'where the mirror is unreachable, nothing is left behind and the error says what to do (needs root and mmdebstrap)',
  async () => {
    const cache = mkdtempSync(path.join(tmpdir(), 'uat-base-'));
    vi.stubEnv('UAT_DEBIAN_MIRROR', 'http://127.0.0.1:9/debian');

    const { signal } = new AbortController();
    const building = buildBase(path.join(cache, 'new'), { log: () => undefined, signal });
    await expect(building).rejects.toMatchObject({
      kind: 'infrastructure',
      exitCode: 3,
      message: expect.stringMatching(
        /^No base root for clean hosts can be built from http:\/\/127\.0\.0\.1:9\/debian: Could not connect to 127\.0\.0\.1:9 .*\. Set UAT_DEBIAN_MIRROR to a Debian mirror that this machine can reach/,
      ),
    });
    expect([existsSync(path.join(cache, 'new')), readdirSync(cache)]).toEqual([false, []]);
    rmSync(cache, { recursive: true });
  },
);
