import { infrastructureError, jsonText, UatError, writeFileAtomic } from '@uat/core';
import { loadContract } from '@uat/contract';
import {
  openHistory,
  type RecordedDurations,
  recordedDurations,
  recordedOperations,
  stateIn,
  storedDurations,
  storedRuns,
} from '@uat/history';
import type { PinnedPlan, TestPlan } from '@uat/plan';
import type { RunState } from '@uat/record';
import { planRun, runsRoot } from '@uat/runner';
import { readPlan } from '@uat/runner/plan';
import type { RunOptions } from '../options/options.ts';
import { runRequest } from '../options/run-request.ts';
import { wholeNumber } from '../options/whole-number.ts';
import { shardTable } from '../terminal/shard-table.ts';
import { signalExitCode, type StopSignals } from '../terminal/stop-signals.ts';
import { warn } from '../terminal/warn.ts';

export interface PlanOptions extends RunOptions {
  shards?: string;
  since?: string;
  budget?: string;
  /** Another plan, whose left out tests are planned. */
  remaining?: string;
  json?: string;
}

/**
 * `uat plan [AREA…] --shards N --json FILE`: pins which test runs in which shard, before any shard starts. Exit code 4
 * when no test would run.
 */
export async function planRunCommand(options: PlanOptions, stop: StopSignals): Promise<number> {
  const { json, shards: written = '1', since, budget, remaining, ...selection } = options;
  const shards = wholeNumber('--shards', written, 1);
  const recent = recentRuns(options);
  const operationsOf = recordedOperations(recent, await loadContract());
  const durations = await pastDurations(recent, options);
  const request = runRequest(selection);
  const plan = await planRun(request, {
    ...{ shards, since, budget, past: { ...durations, operationsOf } },
    remaining: remaining === undefined ? undefined : readPlan(remaining),
    say: (line) => void process.stderr.write(`  ${line}\n`),
    signal: stop.signal,
  });
  const stopped = signalExitCode(stop);
  if (stopped !== undefined) return stopped;
  if (json === '-') process.stdout.write(`${jsonText(plan, 2)}\n`);
  else {
    if (json !== undefined) writePlan(json, plan);
    process.stdout.write(planText(plan, json));
  }
  return plan.shards.every(({ tests }) => tests.length === 0) ? 4 : 0;
}

/** The newest stored runs whose records this version can read. */
function recentRuns(options: Pick<PlanOptions, 'config'>): RunState[] {
  const newest = storedRuns(runsRoot(options)).slice(0, 10);
  return newest.flatMap(({ folder }) => stateIn(folder) ?? []);
}

/** Durations of two weeks say how long a test takes today. */
const rememberedMs = 14 * 86_400_000;

/** The times of tests in the history, else in the folders of runs: a plan is made in any case. */
async function pastDurations(
  recent: readonly RunState[],
  options: Pick<PlanOptions, 'config'>,
): Promise<RecordedDurations> {
  const recorded = recordedDurations(recent);
  try {
    await using history = await openHistory(process.env, runsRoot(options), { say: warn });
    const { rows } = await history.results({ since: new Date(Date.now() - rememberedMs).toISOString() });
    return { ...recorded, tests: new Map([...recorded.tests, ...storedDurations(rows)]) };
  } catch (error) {
    if (!(error instanceof UatError)) throw error;
    warn(`The tests are planned by the times of the runs in .uat alone: ${error.message}`);
    return recorded;
  }
}

function writePlan(file: string, plan: PinnedPlan): void {
  try {
    writeFileAtomic(file, `${jsonText(plan, 2)}\n`);
  } catch (error) {
    throw infrastructureError(`${file} cannot be written: ${(error as Error).message}`, { cause: error });
  }
}

/** The plan for people: a line per shard, then what is left out, in quarantine, or not eligible, with reasons. */
function planText(plan: PinnedPlan, file: string | undefined): string {
  const vital = plan.tests.filter(
    ({ by, severity }) => by === 'budget' && ['blocker', 'critical'].includes(severity),
  );
  const others = (['assigned', 'excluded', 'quarantined', 'notEligible'] as const).flatMap((state) =>
    reasonLines(plan.tests.filter((test) => test.state === state && test.reason !== undefined)),
  );
  return [
    '',
    ...shardTable(plan, { of: ['test', 'tests'], empty: 'empty: it ends at once with 0' }),
    ...others,
    ...(vital.length === 0
      ? []
      : [
          `  ! ${vital.length} of the tests left out are of severity blocker or critical: such a run is not green`,
        ]),
    ...(file === undefined
      ? []
      : ['', `  plan ${plan.hash}: pnpm uat --plan ${file} --shard 1/${plan.shards.length}`]),
    '',
  ].join('\n');
}

const titles = {
  assigned: 'chosen',
  excluded: 'left out',
  quarantined: 'in quarantine',
  notEligible: 'not proven here',
};

/** One line per reason, with the number of its tests. */
function reasonLines(tests: readonly TestPlan[]): string[] {
  const groups = Map.groupBy(tests, ({ state, ticket, reason = '' }) =>
    [titles[state], ticket === undefined ? reason : `${reason} (${ticket})`].join(': '),
  );
  return [...groups].map(([reason, { length }]) => `  - ${length} × ${reason}`);
}
