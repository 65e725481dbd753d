import type { ShardScene } from '../scene/scene.ts';
import type { Situation } from '../situation.ts';

const whole: ShardScene = { kind: 'shard' };
const refused = { exitCode: 2, kind: 'configuration' } as const;
const infrastructure = { exitCode: 3, kind: 'infrastructure' } as const;

/** Plans that a shard must not run. */
export const planSituations: readonly Situation[] = [
  {
    id: 'absent-plan',
    row: 'configuration',
    trouble: 'there is no plan file',
    scene: { ...whole, isAbsent: true },
    expected: refused,
    twin: whole,
  },
  {
    id: 'malformed-plan',
    row: 'configuration',
    trouble: 'the plan file is cut off',
    scene: { ...whole, rewrite: (text) => text.slice(0, 300) },
    expected: refused,
    twin: whole,
  },
  {
    id: 'changed-plan',
    row: 'configuration',
    trouble: 'the plan file was changed after it was written',
    scene: { ...whole, rewrite: (text) => text.replace('"local"', '"cd"') },
    expected: refused,
    twin: whole,
  },
  {
    id: 'plan-of-another-commit',
    row: 'configuration',
    trouble: 'the plan was made on another commit',
    scene: { ...whole, change: ({ pins }) => ({ pins: { ...pins, suiteCommit: 'c0ffee5' } }) },
    expected: refused,
    twin: whole,
  },
  {
    id: 'plan-of-uncommitted-changes',
    row: 'configuration',
    trouble: 'the plan was made with uncommitted changes, and is run without them or the reverse',
    scene: {
      ...whole,
      change: ({ pins }) => {
        const commit = pins.suiteCommit ?? '';
        return { pins: { ...pins, suiteCommit: commit.endsWith('+') ? commit.slice(0, -1) : `${commit}+` } };
      },
    },
    expected: refused,
    twin: whole,
  },
  {
    id: 'redeployed-after-planning',
    row: 'notRun',
    trouble: 'the target has another version than the plan',
    scene: {
      ...whole,
      change: ({ pins }) => ({ pins: { ...pins, target: { ...pins.target, version: '1.1.0' } } }),
    },
    expected: infrastructure,
    twin: whole,
  },
  {
    id: 'vanished-test',
    row: 'configuration',
    trouble: 'the suites lack a test of the plan',
    scene: {
      ...whole,
      change: ({ tests, shards }) => ({
        tests: tests.map((one) => ({ ...one, id: `${one.id}-before` })),
        shards: shards.map((one) => ({ ...one, tests: one.tests.map((id) => `${id}-before`) })),
      }),
    },
    expected: refused,
    twin: whole,
  },
  {
    id: 'shard-beyond-the-plan',
    row: 'configuration',
    trouble: 'the third shard of a plan for two',
    scene: { ...whole, shard: '3/2' },
    expected: refused,
    twin: whole,
  },
  {
    id: 'area-beyond-the-plan',
    row: 'configuration',
    trouble: 'an area that the plan does not have',
    scene: { ...whole, args: ['ping'] },
    expected: refused,
    twin: whole,
  },
  {
    id: 'lane-beyond-the-plan',
    row: 'configuration',
    trouble: 'another lane than the plan’s',
    scene: { ...whole, args: ['--lane', 'nightly'] },
    expected: refused,
    twin: whole,
  },
  {
    id: 'empty-shard',
    row: 'kept',
    trouble: 'the plan left the shard empty, which proves nothing and breaks nothing',
    scene: {
      ...whole,
      change: ({ tests, shards: [first, second] }) => ({
        tests: tests.map((one) => ({ ...one, shards: one.shards.length === 0 ? [] : [2] })),
        shards: [
          { tests: [], seconds: 0 },
          {
            tests: [...new Set([...(first?.tests ?? []), ...(second?.tests ?? [])])],
            seconds: (first?.seconds ?? 0) + (second?.seconds ?? 0),
          },
        ],
      }),
    },
    expected: { exitCode: 0, kind: 'pass', counts: { passed: 0, notRun: 0 } },
    twin: whole,
  },
];
