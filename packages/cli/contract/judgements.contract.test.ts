import { describe, expect, test } from 'vitest';
import { configElsewhere } from './config-elsewhere.ts';
import { sharedPlatform } from './shared-platform.ts';
import { harnessConfig, uat } from './spawn-uat.ts';

const platform = sharedPlatform();
const here = (...words: string[]) => ['--target', platform().url, '--no-report', ...words];

test('tests behind a hook that fails did not run, and --last-failed runs them once it is mended', async () => {
  const config = configElsewhere(harnessConfig);

  const first = await uat(here('behind-hook', '--workers', '1'), { config, env: { HOOK: 'broken' } });
  const again = await uat(here('--last-failed'), { config });

  expect(first.verdict).toMatchObject({ kind: 'regression', exitCode: 1 });
  // Only what the spec leaves out is skipped.
  expect(first.verdict.counts).toMatchObject({ discovered: 4, failed: 1, notRun: 2, skipped: 1 });
  expect(first.verdict.trouble).toContain("2 tests did not run: 'the models are shown' failed before it");
  expect(again.verdict).toMatchObject({ kind: 'regression', exitCode: 1 });
  expect(again.verdict.counts).toMatchObject({ discovered: 3, failed: 2, notRun: 0, skipped: 1 });
  expect(again.verdict.failures.map(({ title }) => title).toSorted()).toEqual([
    'the files are shown',
    'the models are shown',
  ]);
});

describe('a serial group', () => {
  test('leaves what is behind a failure not run', async () => {
    const { exitCode, verdict } = await uat(here('serial'));

    expect({ exitCode, kind: verdict.kind }).toEqual({ exitCode: 1, kind: 'regression' });
    expect(verdict.counts).toMatchObject({ discovered: 3, passed: 1, failed: 1, notRun: 1, skipped: 0 });
  });

  test('that is tried again counts as flaky only what failed', async () => {
    const { exitCode, verdict } = await uat(here('serial', '--', '--retries', '1'));

    expect({ exitCode, kind: verdict.kind }).toEqual({ exitCode: 0, kind: 'pass' });
    expect(verdict.counts).toMatchObject({ discovered: 3, passed: 2, flaky: 1 });
  });
});

test('a body that fails before its clean-up does is a failure of the body', async () => {
  const { verdict } = await uat(here('unclean'));

  expect(verdict.failures).toMatchObject([
    { title: 'its body fails, then its clean-up', phase: 'test' },
    { title: 'only its\nclean-up fails', phase: 'teardown' },
  ]);
});

test('a title of two lines is found by its ticket and a pattern', async () => {
  const { verdict } = await uat(here('unclean', '--ticket', 'ENG-42', '--grep', 'clean-up fails'));

  expect(verdict.counts).toMatchObject({ discovered: 1, failed: 1 });
});
