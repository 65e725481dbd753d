import { registeredSecrets, UatError } from '@uat/config';
import { redact } from '@uat/report';
import {
  makeRunFolder,
  type Problem,
  readEvents,
  rerunCommand,
  type RunEvent,
  type RunFacts,
  runId,
  type Verdict,
  verdictOf,
  writeVerdict,
} from '@uat/runner';
import type { Run } from './attempt.ts';
import { duration } from './duration.ts';
import type { RunOptions } from './options.ts';
import { runsRoot } from './runs-root.ts';

/** What a run does between its start and its verdict; gives what went wrong beside the tests. */
export type RunWork = (run: Run) => Promise<Problem[]>;

/** A run that has ended. */
export interface JudgedRun {
  /** Where its files are, the verdict among them. */
  folder: string;
  verdict: Verdict;
  events: RunEvent[];
}

/**
 * Makes a run's folder, does the work, judges it, and writes the verdict, however the work ends.
 * @throws UatError when there is no folder to be had, or the verdict cannot be written.
 */
export async function judgedRun(
  options: RunOptions,
  { stop, hidden }: Pick<Run, 'stop' | 'hidden'>,
  work: RunWork,
): Promise<JudgedRun> {
  const started = new Date();
  const facts: RunFacts = {
    runId: runId(started),
    startedAt: started.toISOString(),
    target: { name: nameIn(options.target ?? 'embedded'), url: null, version: null, contractVersion: null },
    suiteCommit: null,
    lane: options.lane ?? 'local',
    areas: options.areas ?? [],
  };
  const problems: Problem[] = [];
  const folder = folderFor(facts.runId, options, problems);

  try {
    if (options.timeout !== undefined) stop.endAfter(duration(options.timeout));
    if (problems.length === 0) problems.push(...(await work({ facts, folder, hidden, stop })));
  } catch (error) {
    problems.push(problemOf(error));
  }
  const reason = stop.reason();
  if (reason === 'timeout') {
    const message = `the run was ended after ${options.timeout} (--timeout)`;
    // What went wrong because of that, or stayed on the target, is told, and blamed on nobody.
    const rest = problems.splice(0).map((problem): Problem => ({ ...problem, kind: 'infrastructure' }));
    problems.push({ kind: 'infrastructure', message }, ...rest);
  }

  const events = readEvents(folder);
  const verdict = verdictOf({
    facts,
    seconds: (Date.now() - started.getTime()) / 1000,
    events,
    signal: reason === 'timeout' ? undefined : reason,
    problems,
    rerun: (test) =>
      rerunCommand(test, {
        target: options.target ?? (process.env['UAT_TARGET'] || undefined),
        grants: options.grant,
        ca: options.ca,
        config: options.config,
        lane: options.lane,
        regressions: facts.target.regressions,
        ...{ artifact: options.artifact, previous: options.previous },
        ...{ profile: options.profile, driver: options.driver },
      }),
  });
  writeVerdict(folder, verdict);
  return { folder, verdict, events };
}

/** What a target is called before anybody has looked at it: of a URL the host only, for it may hold a password. */
function nameIn(target: string): string {
  return /\/\/|@/.test(target) ? URL.parse(target)?.host || 'unknown' : target;
}

/** The run's folder. One that was asked for and cannot be used is a problem of the run, whose verdict goes to .uat. */
function folderFor(id: string, options: RunOptions, problems: Problem[]): string {
  const root = runsRoot(options);
  try {
    return makeRunFolder(root, id, options.out, { aside: options.aside });
  } catch (error) {
    if (options.out === undefined || !(error instanceof UatError)) throw error;
    problems.push({ kind: error.kind, message: error.message });
    return makeRunFolder(root, id);
  }
}

/** What kept the run from going on. A fault of our own must not look like one of the product, nor be without a verdict. */
function problemOf(error: unknown): Problem {
  const secrets = registeredSecrets();
  if (error instanceof UatError) return { kind: error.kind, message: redact(error.message, secrets) };
  const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const message = `uat itself failed, please report this:\n${redact(details, secrets)}`;
  return { kind: 'infrastructure', message };
}
