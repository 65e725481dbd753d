import type { RunScene } from '../scene/scene.ts';
import type { Situation } from '../situation.ts';
import type { Incident } from '../target/target-scene.ts';
import { steady, steadyOn } from './steady.ts';

const infrastructure = { exitCode: 3, kind: 'infrastructure' } as const;
const visited: RunScene = { kind: 'run', args: ['browser'] };
const atModels = (event: Incident) => steadyOn({ at: { path: '/api/models/', nth: 1, event } });

/** Machines that fail a run, and people who stop it. */
export const machineSituations: readonly Situation[] = [
  {
    id: 'no-browser',
    row: 'machine',
    trouble: 'what should be a browser is none',
    scene: { ...visited, env: { UAT_BROWSER: '/bin/true' } },
    expected: { ...infrastructure, cause: 'infrastructure' },
    twin: visited,
  },
  {
    id: 'browser-killed',
    row: 'machine',
    trouble: 'the browser is killed while it loads a page',
    scene: { ...visited, target: { at: { path: '/', nth: 1, event: 'kill the browser' } } },
    expected: { ...infrastructure, cause: 'infrastructure' },
    twin: visited,
  },
  {
    id: 'worker-killed',
    row: 'machine',
    trouble: 'the worker is killed while its test waits for an answer',
    scene: atModels('kill the worker'),
    expected: { ...infrastructure, cause: 'infrastructure' },
    twin: steady,
  },
  {
    id: 'playwright-killed',
    row: 'notRun',
    trouble: 'Playwright is killed while a test waits for an answer',
    scene: atModels('kill Playwright'),
    expected: infrastructure,
    twin: steady,
  },
  {
    id: 'full-disk-while-recording',
    row: 'machine',
    trouble: 'the disk is full as soon as the tests are planned',
    scene: { ...steady, fullDisk: { file: 'events.ndjson', bytes: 2_500 } },
    expected: { exitCode: 3 },
    twin: steady,
  },
  {
    id: 'full-disk-at-the-end',
    row: 'machine',
    trouble: 'there is no space left for the verdict',
    scene: { ...steady, fullDisk: { file: 'verdict.json', bytes: 0 } },
    expected: { exitCode: 3 },
    twin: steady,
  },
  {
    id: 'ctrl-c',
    row: 'stopped',
    trouble: 'SIGINT while a test waits for an answer',
    scene: atModels('SIGINT'),
    expected: { exitCode: 130, kind: 'interrupted' },
    twin: steady,
  },
  {
    id: 'terminated',
    row: 'stopped',
    trouble: 'SIGTERM while a test waits for an answer',
    scene: atModels('SIGTERM'),
    expected: { exitCode: 143, kind: 'interrupted' },
    twin: steady,
  },
  {
    id: 'out-of-time',
    row: 'notRun',
    trouble: 'the time of the whole run is up before its tests have begun',
    scene: { ...steady, args: ['steady', '--timeout', '2s'] },
    expected: infrastructure,
    twin: steady,
  },
];
