import path from 'node:path';
import { readQuarantine, roles, type Session, type UatConfig } from '@uat/config';
import { projectRoot } from '@uat/core';
import { ineligibility } from '@uat/intent/coverage';
import { type PinnedPlan, type PlanContent, type PlanInput, planContent, type Split } from '@uat/plan';
import type { ExcludedTest, PlannedTest, RunRequest } from '@uat/record';
import { areaProjects } from '../../playwright/area-projects.ts';
import { listTests } from '../../playwright/list-tests.ts';
import { productNames } from '../../products/product-names.ts';
import { stagingFolder } from '../../session/staging-folder.ts';
import { suiteCommit } from '../../session/suite-commit.ts';
import { openTarget } from '../../target/open-target.ts';
import { targetFacts } from '../../target/target-facts.ts';
import { type ResolvedRun, resolveRunRequest } from '../resolve-run-request.ts';
import type { RunTarget } from '../run-target.ts';
import { sealed } from './plan-file.ts';

export interface PlanRunOptions {
  /** Splits the tests into shards. */
  split: (tests: readonly PlannedTest[], resolved: ResolvedRun) => Split;
  /** Decides which of the discovered tests are left out; none by default. */
  exclude?: (tests: readonly PlannedTest[], resolved: ResolvedRun) => Promise<readonly ExcludedTest[]>;
  say: (line: string) => void;
  signal: AbortSignal;
}

/**
 * Plans a run: discovers its tests, asks the target what it is and has, and assigns each test to a shard.
 * @throws UatError (configuration) for a request or suites that cannot be loaded, (infrastructure) when the target does
 * not answer.
 */
export async function planRun(request: RunRequest, options: PlanRunOptions): Promise<PinnedPlan> {
  const { split, exclude, say, signal } = options;
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
  const today = new Date().toISOString().slice(0, 10);
  const input: PlanInput = {
    ...{ lane, areas, tests, request: repeated(request), pins: { suiteCommit: commit, target: pin } },
    quarantine: quarantine.filter((entry) => entry.lane === lane && today <= entry.expires),
    excluded: (await exclude?.(tests, resolved)) ?? [],
    ineligibility: ({ requires }) => ineligibility(requires as Parameters<typeof ineligibility>[0], target),
    after: afterOf(config),
    split: (kept) => split(kept, resolved),
  };
  return sealed(planContent(input));
}

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
