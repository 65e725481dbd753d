import type { JudgeScene } from '../scene/scene.ts';
import type { Situation } from '../situation.ts';
import {
  adding,
  all,
  type Edit,
  eachEvent,
  failing,
  flaky,
  multiplied,
  overBudget,
  starving,
  steadyTest,
  tooSlow,
  without,
} from './edits.ts';

const whole: JudgeScene = { kind: 'judge' };
const edited = (...edits: readonly Edit[]): JudgeScene => ({ kind: 'judge', edit: all(...edits) });

const infrastructure = { exitCode: 3, kind: 'infrastructure' } as const;
const regression = { exitCode: 1, kind: 'regression' } as const;
const models = steadyTest('the-models-are-listed');
const critical = steadyTest('the-target-answers');
const minor = steadyTest('the-files-are-listed');

const many = multiplied(minor, 600);
const copies = (count: number) => Array.from({ length: count }, (_, at) => `${minor}-${at}`);
const manyTests = edited(many);

/** Records of one run: what was lost, starved or left out. */
export const recordSituations: readonly Situation[] = [
  {
    id: 'no-end',
    row: 'merge',
    trouble: 'the record has no end: the run was killed',
    scene: edited(without(({ event }) => event === 'ended')),
    expected: infrastructure,
    twin: whole,
  },
  {
    id: 'torn-in-the-middle',
    row: 'merge',
    trouble: 'a line in the middle of the record is half there',
    scene: {
      kind: 'judge',
      rewrite: (events) => events.replace(/\{"event":"attempt","id":"steady.{40}/, ''),
    },
    expected: infrastructure,
    twin: whole,
  },
  {
    id: 'torn-at-the-end',
    row: 'merge',
    trouble: 'the last line of the record is half there',
    scene: { kind: 'judge', rewrite: (events) => events.slice(0, -10) },
    expected: infrastructure,
    twin: whole,
  },
  {
    id: 'lost-result',
    row: 'notRun',
    trouble: 'a planned test has no result',
    scene: edited(without((event) => event.event === 'attempt' && event.id === minor)),
    expected: { ...infrastructure, counts: { passed: 3, notRun: 1 } },
    twin: whole,
  },
  {
    id: 'lost-plan',
    row: 'notRun',
    trouble: 'the plan is not in the record',
    scene: edited(without(({ event }) => event === 'planned')),
    expected: infrastructure,
    twin: whole,
  },
  {
    id: 'interrupted-test',
    row: 'notRun',
    trouble: 'a test was interrupted, and nothing says by what',
    scene: edited(
      eachEvent((event) =>
        event.event === 'attempt' && event.id === minor ? { ...event, status: 'interrupted' } : event,
      ),
    ),
    expected: infrastructure,
    twin: whole,
  },
  {
    id: 'failure-with-a-healthy-probe',
    row: 'broken',
    trouble: 'a test failed, and the target answered its probe',
    scene: edited(failing(models, 'up')),
    expected: { ...regression, cause: 'product' },
    twin: whole,
  },
  {
    id: 'time-out-on-an-idle-machine',
    row: 'broken',
    trouble: 'a test ran out of time on an idle machine, and the target answered its probe',
    scene: edited(tooSlow(models)),
    expected: { ...regression, cause: 'product' },
    twin: whole,
  },
  {
    id: 'failure-with-a-red-probe',
    row: 'unreachable',
    trouble: 'a test failed, and the target did not answer its probe',
    scene: edited(failing(models, 'down')),
    expected: { ...infrastructure, cause: 'infrastructure' },
    twin: whole,
  },
  {
    id: 'failure-without-a-probe',
    row: 'notRun',
    trouble: 'a test failed, and the target was not probed',
    scene: edited(failing(models, undefined)),
    expected: { ...infrastructure, cause: 'infrastructure' },
    twin: whole,
  },
  {
    id: 'regression-and-trouble',
    row: 'both',
    trouble: 'one test failed on a healthy target, and another when it was down',
    scene: edited(failing(models, 'up'), failing(minor, 'down')),
    expected: regression,
    twin: whole,
  },
  {
    id: 'regression-and-no-end',
    row: 'both',
    trouble: 'a test failed on a healthy target, and the record has no end',
    scene: edited(
      failing(models, 'up'),
      without(({ event }) => event === 'ended'),
    ),
    expected: regression,
    twin: whole,
  },
  {
    id: 'trouble-beside-the-tests',
    row: 'notRun',
    trouble: 'all tests passed, and the results could not be written',
    scene: edited(
      adding({ event: 'diagnostic', kind: 'infrastructure', message: 'the results cannot be written' }),
    ),
    expected: infrastructure,
    twin: whole,
  },
  {
    id: 'only-the-smoke-layer',
    row: 'empty',
    trouble: 'only tests that others need were assigned',
    scene: edited(
      eachEvent((event) =>
        event.event === 'planned'
          ? { ...event, assigned: event.tests.flatMap(({ id, dependency }) => (dependency ? [id] : [])) }
          : event,
      ),
      without((event) => 'id' in event && event.id?.startsWith('steady/') === true),
    ),
    expected: { exitCode: 4, kind: 'empty' },
    twin: whole,
  },
  {
    id: 'all-skipped',
    row: 'empty',
    trouble: 'each test was skipped by its spec',
    scene: edited(
      eachEvent((event) =>
        event.event === 'attempt' && event.id.startsWith('steady/')
          ? { ...event, status: 'skipped', reason: 'not today' }
          : event,
      ),
    ),
    expected: { exitCode: 4, kind: 'empty' },
    twin: whole,
  },
  {
    id: 'budget-without-a-critical-test',
    row: 'budget',
    trouble: 'the budget left out a critical test',
    scene: edited(overBudget(critical)),
    expected: infrastructure,
    twin: whole,
  },
  {
    id: 'budget-without-a-minor-test',
    row: 'budget',
    trouble: 'the budget left out a minor test',
    scene: edited(overBudget(minor)),
    expected: { exitCode: 0, kind: 'pass', counts: { passed: 3, notRun: 0 } },
    twin: whole,
  },
  {
    id: 'one-flaky-of-600',
    row: 'flaky',
    trouble: 'one test of 604 passed on retry, which the budget of 0.5 % allows',
    scene: edited(many, flaky(...copies(1))),
    expected: { exitCode: 0, kind: 'pass', counts: { flaky: 1, passed: 603 } },
    twin: manyTests,
  },
  {
    id: 'ten-flaky-of-600',
    row: 'flaky',
    trouble: 'ten tests of 604 passed on retry, which is over the budget of 0.5 %',
    scene: edited(many, flaky(...copies(10))),
    expected: { ...regression, counts: { flaky: 10, failed: 0 } },
    twin: manyTests,
  },
  {
    id: 'starved-twice',
    row: 'starved',
    trouble: 'a time-out on a starved machine, and another one alone',
    scene: edited(starving(models, { passed: false, isStarved: true })),
    expected: { ...infrastructure, cause: 'infrastructure' },
    twin: whole,
  },
  {
    id: 'starved-then-idle',
    row: 'broken',
    trouble: 'a time-out on a starved machine, and another one alone on an idle one',
    scene: edited(starving(models, { passed: false, isStarved: false })),
    expected: { ...regression, cause: 'product' },
    twin: whole,
  },
];
