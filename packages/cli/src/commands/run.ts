import path from 'node:path';
import { UatError } from '@uat/config';
import { runsRoot } from '../runs-root.ts';
import { generateReport } from '@uat/report';
import {
  makeRunFolder,
  readEvents,
  rerunCommand,
  type RunFacts,
  runId,
  type RunOutcome,
  terminalSummary,
  type Verdict,
  verdictOf,
  writeVerdict,
} from '@uat/runner';
import { areaCounts } from '../area-counts.ts';
import { attempt, type Run } from '../attempt.ts';
import { duration } from '../duration.ts';
import { openInBrowser } from '../open-in-browser.ts';
import type { RunOptions } from '../options.ts';
import type { StopSignals } from '../stop-signals.ts';

/** `uat [AREA…]`: runs areas against a target, judges it, writes and shows the verdict; gives the exit code. */
export async function run(options: RunOptions, stop: StopSignals): Promise<number> {
  return judged(options, stop, (running) => attempt(running, options));
}

/** The verdict on a command line that cannot be run: written and shown like any other. */
export async function refuse(complaint: UatError, options: RunOptions, stop: StopSignals): Promise<number> {
  return judged({ ...options, report: false }, stop, async () => {
    throw complaint;
  });
}

async function judged(
  options: RunOptions,
  stop: StopSignals,
  work: (run: Run) => Promise<void>,
): Promise<number> {
  const started = new Date();
  const facts: RunFacts = {
    runId: runId(started),
    startedAt: started.toISOString(),
    target: { name: options.target ?? 'embedded', url: null, version: null, contractVersion: null },
    suiteCommit: null,
    lane: options.lane ?? 'local',
    areas: options.areas ?? [],
  };
  const folder = makeRunFolder(runsRoot(options), facts.runId, options.out);

  let problem: RunOutcome['problem'];
  try {
    if (options.timeout !== undefined) stop.endAfter(duration(options.timeout));
    await work({ facts, folder, stop });
  } catch (error) {
    problem = problemOf(error);
  }
  const reason = stop.reason();
  if (reason === 'timeout') {
    problem = { kind: 'infrastructure', message: `the run was ended after ${options.timeout} (--timeout)` };
  }

  const events = readEvents(folder);
  const verdict = verdictOf({
    facts,
    seconds: (Date.now() - started.getTime()) / 1000,
    events,
    signal: reason === 'timeout' ? undefined : reason,
    problem,
    rerun: (test) =>
      rerunCommand(test, {
        target: options.target ?? (process.env['UAT_TARGET'] || undefined),
        grants: options.grant,
        ca: options.ca,
      }),
  });
  writeVerdict(folder, verdict);
  const files = await show(folder, verdict, options);
  process.stdout.write(terminalSummary({ verdict, areas: areaCounts(events), files }));
  return verdict.exitCode;
}

/** What kept the run from going on. A fault of our own must not look like one of the product, nor be without a verdict. */
function problemOf(error: unknown): NonNullable<RunOutcome['problem']> {
  if (error instanceof UatError) return { kind: error.kind, message: error.message };
  const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { kind: 'infrastructure', message: `uat itself failed, please report this:\n${details}` };
}

/** Makes and opens the report as asked, and gives the files to point at. A missing report does not change a verdict. */
async function show(folder: string, verdict: Verdict, options: RunOptions): Promise<Record<string, string>> {
  const shown =
    options.out === undefined
      ? path.relative(process.cwd(), path.join(runsRoot(options), '.uat', 'last'))
      : folder;
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
