import path from 'node:path';
import { registeredSecrets, UatError } from '@uat/config';
import { generateReport, redact } from '@uat/report';
import {
  makeRunFolder,
  openTests,
  type Problem,
  readEvents,
  rerunCommand,
  type RunFacts,
  runId,
  terminalSummary,
  testOf,
  type Verdict,
  verdictOf,
  writeVerdict,
} from '@uat/runner';
import { areaCounts } from '../area-counts.ts';
import { attempt, type Run } from '../attempt.ts';
import { duration } from '../duration.ts';
import { openInBrowser } from '../open-in-browser.ts';
import type { RunOptions } from '../options.ts';
import { privateFolder } from '../private-folder.ts';
import { runsRoot } from '../runs-root.ts';
import type { StopSignals } from '../stop-signals.ts';

/** `uat [AREA…]`: runs areas against a target, judges it, writes and shows the verdict; gives the exit code. */
export async function run(options: RunOptions, stop: StopSignals): Promise<number> {
  if (options.lastFailed !== true) return judged(options, stop, (running) => attempt(running, options));

  // Read before `.uat/last` becomes this run's.
  const left = openTests(readEvents(path.join(runsRoot(options), '.uat', 'last')));
  const { areas: asked = [] } = options;
  const areas = asked.length > 0 ? asked : [...new Set(left.map(({ area }) => area))];
  return judged(options, stop, async (running) => {
    if (left.length === 0) return [];
    return attempt(
      { ...running, only: [...new Set(left.map(({ id }) => testOf(id)))] },
      { ...options, areas },
    );
  });
}

async function judged(
  options: RunOptions,
  stop: StopSignals,
  work: (run: Run) => Promise<Problem[]>,
): Promise<number> {
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
  using hidden = privateFolder();

  try {
    if (options.timeout !== undefined) stop.endAfter(duration(options.timeout));
    if (problems.length === 0)
      problems.push(...(await work({ facts, folder, hidden, only: undefined, stop })));
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
  const files = await show(folder, verdict, options);
  process.stdout.write(terminalSummary({ verdict, areas: areaCounts(events), files }));
  return verdict.exitCode;
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

/** Makes and opens the report as asked, and gives the files to point at. A missing report does not change a verdict. */
async function show(folder: string, verdict: Verdict, options: RunOptions): Promise<Record<string, string>> {
  const shown = path.relative(process.cwd(), folder);
  const files = { verdict: path.join(shown, 'verdict.json') };
  const tested = verdict.counts.discovered + verdict.counts.dependency > verdict.counts.notRun;
  if (options.report === false || verdict.kind === 'interrupted' || !tested) return files;
  try {
    const page = await generateReport(folder);
    if (options.open === true) await openInBrowser(page);
    return { report: path.join(shown, 'allure-report', 'index.html'), ...files };
  } catch (error) {
    if (!(error instanceof UatError)) throw error;
    process.stderr.write(`  ${error.message}\n`);
    return files;
  }
}
