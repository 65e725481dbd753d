import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { findBrowser } from '@uat/runner';
import { temporaryFolder } from '@uat/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { countingProxy } from './support/counting-proxy.ts';
import { uat, type UatRun } from './support/spawn-uat.ts';

describe('a green run on the embedded platform', () => {
  const folder = temporaryFolder(afterAll);
  const [TMPDIR, launches] = [path.join(folder, 'tmp'), path.join(folder, 'launches')];
  let run: UatRun;
  let askedProxy: string[];

  beforeAll(async () => {
    mkdirSync(TMPDIR);
    const counting = path.join(folder, 'browser');
    const real = String(findBrowser(process.env)?.path);
    writeFileSync(counting, `#!/bin/sh\necho launch >> ${launches}\nexec ${real} "$@"\n`, { mode: 0o755 });
    await using proxy = await countingProxy('http://127.0.0.1:1');
    const proxies = { HTTP_PROXY: proxy.url, HTTPS_PROXY: proxy.url, NODE_USE_ENV_PROXY: '1' };

    run = await uat(['kept', 'browser'], {
      out: path.join(folder, 'out'),
      env: { ...proxies, TMPDIR, UAT_BROWSER: counting, KAMIWAZA_BASE_URL: 'http://127.0.0.1:1' },
    });
    askedProxy = proxy.asked;
  });

  test('has every file', () => {
    const { exitCode, verdict, out, stdout } = run;

    expect({ exitCode, kind: verdict.kind, trouble: verdict.trouble }).toEqual({
      ...{ exitCode: 0, kind: 'pass', trouble: [] },
    });
    expect(verdict.counts).toMatchObject({ discovered: 3, passed: 3, failed: 0, notRun: 0, dependency: 0 });
    expect(verdict.target).toMatchObject({ name: 'embedded', version: '1.2.0', contractVersion: '1.2.0' });
    expect(readdirSync(out)).toEqual(
      expect.arrayContaining(['allure-report', 'allure-results', 'junit.xml', 'summary.md', 'verdict.json']),
    );
    expect(existsSync(path.join(out, 'allure-report', 'index.html'))).toBe(true);
    expect(stdout).toContain(' PASS ');
    expect(stdout, 'plain where there is no terminal').not.toContain('\u001B');
  });

  test('opens no browser for tests that need none, and one per worker for those that do', () => {
    // An area has workers of its own, one here.
    expect(readFileSync(launches, 'utf8')).toBe('launch\n');
  });

  test('asks no proxy', () => {
    expect(askedProxy).toEqual([]);
  });

  test('leaves nothing in the temporary folder', () => {
    expect(readdirSync(TMPDIR).filter((name) => name.startsWith('uat-'))).toEqual([]);
  });

  test('is not turned away by KAMIWAZA_BASE_URL alone, and says so', () => {
    expect(run.stderr).toContain('KAMIWAZA_BASE_URL is set but does not choose the target by itself');
  });
});
