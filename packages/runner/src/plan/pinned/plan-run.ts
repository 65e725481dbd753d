import path from 'node:path';
import { readQuarantine, roles, type Session, type UatConfig } from '@uat/config';
import { duration, projectRoot } from '@uat/core';
import type { RecordedDurations } from '@uat/history';
import { ineligibility } from '@uat/intent/coverage';
import {
  type ChoiceOptions,
  chosenTests,
  type ExclusionOptions,
  exclusions,
  type PinnedPlan,
  type PlanContent,
  type PlanInput,
  planContent,
  splitTests,
} from '@uat/plan';
import type { PlannedTest, RunRequest } from '@uat/record';
import { areaProjects } from '../../playwright/area-projects.ts';
import { listTests } from '../../playwright/list-tests.ts';
import { productNames } from '../../products/product-names.ts';
import { stagingFolder } from '../../session/staging-folder.ts';
import { suiteCommit } from '../../session/suite-commit.ts';
import { openTarget } from '../../target/open-target.ts';
import { targetFacts } from '../../target/target-facts.ts';
import { type ResolvedRun, resolveRunRequest } from '../resolve-run-request.ts';
import type { RunTarget } from '../run-target.ts';
import { changesSince } from './changes-since.ts';
import { sealed } from './plan-file.ts';

export interface PlanRunOptions {
  /** Number of shards. */
  shards: number;
  /** What earlier runs tell about times and operations. */
  past: RecordedDurations & Pick<ChoiceOptions, 'operationsOf'>;
  /** Only tests that the changes since this commit concern. */
  since?: string | undefined;
  /** Only tests that this plan left out. */
  remaining?: PinnedPlan | undefined;
  /** Time in which the longest shard has to end: `10m`. */
  budget?: string | undefined;
  say: (line: string) => void;
  signal: AbortSignal;
}

/**
 * Plans a run: discovers its tests, asks the target what it is and has, and assigns each test to a shard.
 * @throws UatError (configuration) for a request or suites that cannot be loaded, (infrastructure) when the target does
 * not answer.
 */
export async function planRun(request: RunRequest, options: PlanRunOptions): Promise<PinnedPlan> {
  const { say, signal } = options;
  const resolved = await resolveRunRequest(request, process.env);
  const { config, areas, lane } = resolved;
  const products = productNames(resolved.products);
  const projects = areas.flatMap((area) =>
    areaProjects(
      area,
      config.areas[area]?.target ?? true,
      products.map((name) => ({ name })),
    ),
  );
  const [commit, quarantine, { target, pin }, tests] = await Promise.all([
    suiteCommit(),
    readQuarantine(config),
    seenTarget(resolved.target, say, signal),
    listTests({
      ...{ root: projectRoot, config: request.config, lane, withDependencies: true, stop: signal },
      products,
      selection: {
        projects: projects.map(({ name }) => name),
        grep: request.grep,
        tickets: request.tickets ?? [],
      },
    }),
  ]);
  const after = afterOf(config);
  const choice = await chosenBy(options, tests, config);
  const split = splitFor(request, resolved, options);
  const today = new Date().toISOString().slice(0, 10);
  const input: PlanInput = {
    ...{ lane, areas, tests, request: repeated(request), pins: { suiteCommit: commit, target: pin } },
    quarantine: quarantine.filter((entry) => entry.lane === lane && today <= entry.expires),
    chosen: choice.chosen,
    excluded: exclusions(tests, {
      ...{ after, ...choice },
      budget:
        options.budget === undefined
          ? undefined
          : { seconds: duration(options.budget) / 1_000, ordered: bySeverity, split },
    }),
    ineligibility: ({ requires }) => ineligibility(requires as Parameters<typeof ineligibility>[0], target),
    ...{ after, split },
  };
  return sealed(planContent(input));
}

/** How the tests of a run are split, by what earlier runs recorded. */
function splitFor(
  { workers }: RunRequest,
  { config, lane }: ResolvedRun,
  { shards, past }: PlanRunOptions,
): PlanInput['split'] {
  return (tests) =>
    splitTests(tests, {
      ...{ shards, workers: workers ?? config.lanes[lane].workers, after: afterOf(config) },
      ...{ durations: past.tests, setUpSeconds: median(past.setUp) ?? usualSetUpSeconds },
    });
}

/** Seconds for the start of a target that no run has recorded. */
const usualSetUpSeconds = 5;

const median = (numbers: readonly number[]) =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** The tests that `--since` and `--remaining` choose, and why the others are left out. */
async function chosenBy(
  { since, remaining, past }: PlanRunOptions,
  tests: readonly PlannedTest[],
  { root, tickets, selection }: UatConfig,
): Promise<Pick<ExclusionOptions, 'chosen' | 'unchosen'>> {
  if (remaining !== undefined) {
    const before = new Map(remaining.tests.map(({ id, state }) => [id, state]));
    const left = tests.filter(({ id }) => (before.get(id) ?? 'excluded') === 'excluded');
    return {
      chosen: new Map(left.map(({ id }) => [id, `plan ${remaining.hash} left it out`])),
      unchosen: `plan ${remaining.hash} runs it`,
    };
  }
  if (since === undefined) return {};
  const { contract } = selection;
  const changes = await changesSince(since, { root, ticketPattern: tickets.pattern, contract });
  const { operationsOf } = past;
  return {
    chosen: chosenTests(tests, { changes, rules: selection, operationsOf }),
    unchosen: `nothing that concerns it changed since ${since}`,
  };
}

const severities = ['blocker', 'critical', 'normal', 'minor', 'trivial'];

/** Tests without which a run proves too little come first. */
const bySeverity = (tests: readonly PlannedTest[]) =>
  tests.toSorted((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));

/** The fields of a request that each shard repeats. */
function repeated(request: RunRequest): PlanContent['request'] {
  const { target, grants, grep, tickets, artifact, previous, profile, driver } = request;
  const all = { target, grants, grep, tickets, artifact, previous, profile, driver };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

const afterOf = ({ areas }: UatConfig) =>
  Object.fromEntries(Object.entries(areas).map(([name, { after }]) => [name, after]));

/** The target as it is now. A target of our own is started for the question. */
async function seenTarget(
  wanted: RunTarget,
  say: (line: string) => void,
  signal: AbortSignal,
): Promise<{ target: Session['target']; pin: PlanContent['pins']['target'] }> {
  using staging = stagingFolder();
  const logFile = path.join(staging.evidence, 'platform.log');
  await using open = await openTarget(wanted, { logFile, folder: staging.packages, say, signal });
  const { version, contractVersion, contractHash, capabilities, problem } = await targetFacts(open.target);
  if (problem !== undefined) throw problem;
  const target = withUsersToCome({ ...open.target, capabilities });
  const url = open.target.kind === 'attached' ? open.target.url : null;
  return { target, pin: { name: open.target.name, url, version, contractVersion, contractHash } };
}

/** A target with the roles for which a run would make users. */
function withUsersToCome(target: Session['target']): Session['target'] {
  if (ineligibility(['grant:users', 'capability:users', 'role:admin'], target) !== undefined) return target;
  const placeholder = { username: 'made for the run', password: '' };
  return {
    ...target,
    roles: { ...Object.fromEntries(roles.map((role) => [role, placeholder])), ...target.roles },
  };
}
