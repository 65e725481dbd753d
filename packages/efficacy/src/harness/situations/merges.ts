import type { RunRecord } from '@uat/record';
import type { MergeScene } from '../scene/scene.ts';
import type { Situation } from '../situation.ts';
import { changing, type Edit, eachEvent, failing, steadyTest, without, withHeader } from './edits.ts';

const whole: MergeScene = { kind: 'merge' };
const merging = (edit: (shards: readonly RunRecord[]) => RunRecord[]): MergeScene => ({
  kind: 'merge',
  edit,
});
/** A merge in which one shard, from 1, was edited. */
const editing = (index: number, edit: Edit): MergeScene =>
  merging((shards) => shards.map((one, at) => (at + 1 === index ? edit(one) : one)));

const infrastructure = { exitCode: 3, kind: 'infrastructure' } as const;
const models = steadyTest('the-models-are-listed');

const foreignPlan: Edit = (record) =>
  changing('planned', () => ({ hash: 'c0ffee' }))(withHeader({ planHash: 'c0ffee' })(record));

/** Records of three shards that do not add up to one plan. */
export const mergeSituations: readonly Situation[] = [
  {
    id: 'dead-shard',
    row: 'merge',
    trouble: 'a shard is not there',
    scene: merging((shards) => shards.filter((_, at) => at !== 1)),
    expected: infrastructure,
    twin: whole,
  },
  {
    id: 'half-matrix',
    row: 'merge',
    trouble: 'of three shards only the first is there',
    scene: merging((shards) => shards.slice(0, 1)),
    expected: infrastructure,
    twin: whole,
  },
  {
    id: 'doubled-shard',
    row: 'merge',
    trouble: 'a shard is there twice',
    scene: merging((shards) => [...shards, ...shards.slice(0, 1)]),
    expected: infrastructure,
    twin: whole,
  },
  {
    id: 'doubled-for-missing',
    row: 'merge',
    trouble: 'a shard is there twice, and another is not',
    scene: merging(([one, , three]) => [one, one, three].flatMap((shard) => shard ?? [])),
    expected: infrastructure,
    twin: whole,
  },
  {
    id: 'surplus-shard',
    row: 'merge',
    trouble: 'a fourth of three shards',
    scene: merging((shards) => [
      ...shards,
      ...shards.slice(0, 1).map(withHeader({ shard: { index: 4, of: 3 } })),
    ]),
    expected: infrastructure,
    twin: whole,
  },
  {
    id: 'shard-of-another-width',
    row: 'merge',
    trouble: 'a shard of four among those of three',
    scene: editing(2, withHeader({ shard: { index: 2, of: 4 } })),
    expected: infrastructure,
    twin: whole,
  },
  {
    id: 'mixed-plans',
    row: 'merge',
    trouble: 'a shard is of another plan',
    scene: editing(3, foreignPlan),
    expected: infrastructure,
    twin: whole,
  },
  {
    id: 'mixed-commits',
    row: 'merge',
    trouble: 'a shard is of another commit',
    scene: editing(2, withHeader({ suiteCommit: 'c0ffee5' })),
    expected: infrastructure,
    twin: whole,
  },
  {
    id: 'mixed-lanes',
    row: 'merge',
    trouble: 'a shard ran in another lane',
    scene: editing(2, withHeader({ lane: 'nightly' })),
    expected: infrastructure,
    twin: whole,
  },
  {
    id: 'redeployed-between-shards',
    row: 'merge',
    trouble: 'a shard found another version on the target',
    scene: editing(
      2,
      changing('target', () => ({ version: '1.3.0' })),
    ),
    expected: infrastructure,
    twin: whole,
  },
  {
    id: 'shard-without-a-plan',
    row: 'merge',
    trouble: 'the plan is not in the record of a shard',
    scene: editing(
      1,
      without(({ event }) => event === 'planned'),
    ),
    expected: infrastructure,
    twin: whole,
  },
  {
    id: 'killed-shard',
    row: 'merge',
    trouble: 'the record of a shard has no end',
    scene: editing(
      2,
      without(({ event }) => event === 'ended'),
    ),
    expected: infrastructure,
    twin: whole,
  },
  {
    id: 'shard-that-never-began',
    row: 'merge',
    trouble: 'a shard recorded its header and nothing else',
    scene: editing(
      3,
      without(() => true),
    ),
    expected: infrastructure,
    twin: whole,
  },
  {
    id: 'torn-shard',
    row: 'merge',
    trouble: 'a line in the middle of a shard is half there',
    scene: { kind: 'merge', rewrite: (events) => events.replace(/\{"event":"attempt".{40}/, '') },
    expected: infrastructure,
    twin: whole,
  },
  {
    id: 'shard-of-results-only',
    row: 'notRun',
    trouble: 'no test of a shard has a result',
    scene: editing(
      2,
      without(({ event }) => event === 'attempt'),
    ),
    expected: infrastructure,
    twin: whole,
  },
  {
    id: 'red-shard',
    row: 'broken',
    trouble: 'a promise is broken in a shard',
    scene: merging((shards) => shards.map(failing(models, 'up'))),
    expected: { exitCode: 1, kind: 'regression', cause: 'product', counts: { failed: 1, unknown: 0 } },
    twin: whole,
  },
  {
    id: 'red-smoke-in-one-shard',
    row: 'smoke',
    trouble: 'the smoke layer that all shards run is red in one',
    scene: editing(
      1,
      eachEvent((event) =>
        event.event === 'attempt' && event.id.startsWith('agreed/')
          ? [
              { ...event, status: 'failed', phase: 'test', error: { message: 'wrong', fingerprint: 'f3' } },
              { event: 'probe', id: event.id, state: 'up', detail: 'the target is up' },
            ]
          : event.event === 'attempt'
            ? []
            : event,
      ),
    ),
    expected: { exitCode: 1, kind: 'regression' },
    twin: whole,
  },
  {
    id: 'red-shard-and-a-dead-one',
    row: 'both',
    trouble: 'a promise is broken in one shard, and another is not there',
    scene: merging((shards) => {
      const red = shards.map(failing(models, 'up'));
      const isRed = (shard: RunRecord) =>
        shard.events.some((event) => event.event === 'attempt' && event.id === models);
      const dead = red.findIndex((shard) => !isRed(shard));
      return red.filter((_, at) => at !== dead);
    }),
    expected: { exitCode: 1, kind: 'regression' },
    twin: whole,
  },
];
