import { describe, expect, test } from 'vitest';
import { sharedPlatform } from './support/shared-platform.ts';
import { uat } from './support/spawn-uat.ts';

const platform = sharedPlatform();
const here = (...words: string[]) => ['--target', platform().url, '--no-report', ...words];

describe('a selection', () => {
  test('that holds no test is empty, never green', async () => {
    const { exitCode, verdict } = await uat(here('broken', '--grep', 'no test has such a title'));

    expect({ exitCode, kind: verdict.kind }).toEqual({ exitCode: 4, kind: 'empty' });
  });

  test('by ticket runs the tests of that ticket only, with what stands behind -- for Playwright', async () => {
    const { verdict } = await uat(here('kept', '--ticket', 'ENG-2', '--', '--repeat-each', '2'));

    // Repetitions are counted apart.
    expect(verdict).toMatchObject({ kind: 'pass', counts: { discovered: 2, passed: 2 } });
  });
});

describe('a selection that would hide something', () => {
  test('because an area holds no specs is refused, also beside one that does', async () => {
    const { exitCode, verdict } = await uat(here('kept', 'hollow'));

    expect({ exitCode, kind: verdict.kind }).toEqual({ exitCode: 2, kind: 'configuration' });
    expect(verdict.trouble.join('\n')).toContain('No test was found for hollow');
    expect(verdict.counts, 'what ran is told all the same').toMatchObject({ passed: 2 });
  });

  test('because a test pushes the others aside is refused in a pipeline', async () => {
    const { exitCode, verdict } = await uat(here('focused', '--lane', 'cd'));

    expect({ exitCode, kind: verdict.kind }).toEqual({ exitCode: 2, kind: 'configuration' });
    expect(verdict.trouble.join('\n')).toMatch(/\.only.*focused\.spec\.ts:4/s);
  });

  test.each(['--project=broken', '--grep', '--reporter=list', '-gbroken'])(
    'because of %s behind -- is refused',
    async (word) => {
      const { exitCode, verdict } = await uat(here('kept', '--', word));

      expect({ exitCode, kind: verdict.kind }).toEqual({ exitCode: 2, kind: 'configuration' });
      expect(verdict.trouble.join('\n')).toContain(`${word} is not allowed after --`);
      expect(verdict.counts).toMatchObject({ discovered: 0 });
    },
  );

  test('because a spec cannot be loaded is refused with the place', async () => {
    const { exitCode, verdict } = await uat(here('unloadable'));

    expect({ exitCode, kind: verdict.kind }).toEqual({ exitCode: 2, kind: 'configuration' });
    expect(verdict.trouble.join('\n')).toMatch(
      /this spec was left half-edited \(.*suites\/unloadable\/unloadable\.spec\.ts:11\)/,
    );
  });
});

describe('a test that is not simply passed or failed', () => {
  test('stays failed when it is skipped at its second attempt', async () => {
    const { exitCode, verdict, stdout } = await uat(here('retried', '--', '--retries', '1'));

    expect({ exitCode, kind: verdict.kind }).toEqual({ exitCode: 1, kind: 'regression' });
    expect(verdict.counts).toMatchObject({ discovered: 1, failed: 1, skipped: 0 });
    expect(stdout).toMatch(/retried\s+1 failed/);
  });
});
