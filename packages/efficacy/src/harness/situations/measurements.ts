import type { CommandScene, RunScene } from '../scene/scene.ts';
import type { Situation } from '../situation.ts';

const efficacy = (fault: string): CommandScene => ({
  kind: 'command',
  args: ['efficacy', 'authnz', '--fast', '--fault', fault, '--json', '-'],
  config: 'packages/cli/contract/efficacy/uat.config.ts',
});
const caught = efficacy('A24');

const installed = (...words: string[]): RunScene => ({
  ...{ kind: 'run', args: ['installers', '--profile', 'fixture', '--driver', 'static', ...words] },
  ...{ target: null, suites: 'all' },
});
const readable = installed();

/** Measurements and packages, which need no stub target. */
export const measurementSituations: readonly Situation[] = [
  {
    id: 'surviving-fault',
    row: 'efficacy',
    trouble: 'no test notices the fault',
    scene: efficacy('A4'),
    expected: { exitCode: 1 },
    twin: caught,
  },
  {
    id: 'badly-signed-package',
    row: 'package',
    trouble: 'the key that signed the package has expired',
    scene: installed('--fault', 'F36'),
    expected: { exitCode: 1, kind: 'regression', cause: 'product' },
    twin: readable,
  },
  {
    id: 'absent-package',
    row: 'configuration',
    trouble: 'there is no file of the package',
    scene: { ...readable, args: ['installers', '--artifact', '/nowhere/acme.deb'] },
    expected: { exitCode: 2, kind: 'configuration' },
    twin: readable,
  },
];
