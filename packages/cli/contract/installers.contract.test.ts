import { existsSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fixturePackages } from '@uat/artifacts';
import { projectRoot } from '@uat/core';
import { machineDifferences, machineState } from '@uat/hosts';
import { describe, expect, test } from 'vitest';
import { startCommand, uat } from './support/spawn-uat.ts';
import { temporaryFolder } from '@uat/testing';

const config = path.join(projectRoot, 'uat.config.ts');
const installers = (...args: string[]) => uat(['installers', '--no-report', ...args], { config });

describe('a package that cannot be judged', () => {
  test.each([
    { what: 'is not there', args: ['--artifact', '/nowhere/acme.deb'], says: 'there is no file' },
    { what: 'is not a package', args: ['--artifact', config], says: 'is not a package' },
    { what: 'is a folder', args: ['--artifact', projectRoot], says: 'is not a file' },
    { what: 'has a predecessor only', args: ['--previous', config], says: 'name both' },
    {
      what: 'has a profile that there is not',
      args: ['--profile', 'fixtur'],
      says: "Did you mean 'fixture'?",
    },
    { what: 'is not made here', args: ['--profile', 'kamiwaza-deb'], says: 'name one with --artifact' },
    {
      what: 'needs machines of a strange kind',
      args: ['--driver', 'overly'],
      says: "Did you mean 'overlay'?",
    },
    { what: 'has no faults', args: ['--fault', 'F5'], says: 'add --profile fixture' },
  ])('because it $what is a configuration error', async ({ args, says }) => {
    const { verdict } = await installers(...args);

    expect(verdict).toMatchObject({ kind: 'configuration', exitCode: 2 });
    expect(verdict.trouble.join('\n')).toContain(says);
  });

  test('is refused for areas that install nothing', async () => {
    const { verdict } = await uat(['smoke', '--artifact', config], { config });

    expect(verdict).toMatchObject({ kind: 'configuration', exitCode: 2 });
    expect(verdict.trouble[0]).toContain('none of them was requested: installers');
  });
});

describe('a package that is wrong', () => {
  test('because it was truncated is a regression, and a test says so', async () => {
    const { current } = await fixturePackages({ folder: temporaryFolder() });
    truncateSync(current.deb ?? '', 2_000);

    const { verdict } = await installers('--artifact', current.deb ?? '');

    expect(verdict).toMatchObject({ kind: 'regression', exitCode: 1, target: { url: null } });
    expect(verdict.failures.map(({ title }) => title)).toEqual([
      'the package can be read to its end',
      'its checksums are those that were published',
    ]);
  });

  test('because its checksums were signed by somebody else is a regression', async () => {
    const [ours, theirs] = [temporaryFolder(), temporaryFolder()];
    const { current, publicKey } = await fixturePackages({ folder: ours });
    const other = await fixturePackages({ folder: theirs });
    writeFileSync(publicKey, readFileSync(other.publicKey));

    const { verdict } = await installers('--artifact', current.deb ?? '', '--driver', 'static');

    expect(verdict).toMatchObject({ kind: 'regression', exitCode: 1 });
    expect(verdict.failures.map(({ title }) => title)).toEqual([
      'its checksums are signed by the key that was published',
    ]);
  });
});

describe('where no machine can be made', () => {
  test('what can be read from the package is judged, and the rest is not proven', async () => {
    const { verdict } = await installers('--profile', 'fixture', '--driver', 'static');

    expect(verdict).toMatchObject({ kind: 'pass', exitCode: 0, failures: [] });
    expect(verdict.counts.passed).toBeGreaterThanOrEqual(10);
    expect(verdict.counts.notEligible).toBe(verdict.counts.discovered - verdict.counts.passed);
    expect(verdict.notEligible).toContainEqual({
      id: 'installers/removal#nothing-of-it-is-left',
      requires: 'host:root-user',
      reason: 'this run judges artifacts without a machine to install them on',
    });
  });
});

// Only root can make one.
describe.skipIf(process.getuid?.() !== 0)('machines', () => {
  test('leave this one as it was', { timeout: 300_000 }, async () => {
    const before = await machineState();

    const { verdict } = await installers(
      '--profile',
      'fixture',
      '--grep',
      'it can be purged|its port is taken',
    );

    expect(verdict).toMatchObject({ kind: 'pass', counts: { passed: 3 } });
    expect(machineDifferences(before, await machineState())).toEqual([]);
  });

  test('show faults of installers to the checks that have to notice', { timeout: 600_000 }, async () => {
    const file = path.join(temporaryFolder(), 'efficacy.json');
    const ids = ['F5', 'F36'];

    const { exitCode, stdout } = await startCommand(
      ['efficacy', 'installers', '--fast', '--fault', ...ids, '--json', file],
      { config },
    );

    expect(existsSync(file), stdout).toBe(true);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
      total: ids.length,
      caught: ids.length,
      survived: [],
      broken: [],
      falseAlarms: [],
    });
    expect(exitCode, stdout).toBe(0);
  });
});
