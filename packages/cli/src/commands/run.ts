import { existsSync } from 'node:fs';
import path from 'node:path';
import { UatError } from '@uat/config';
import { generateReport } from '@uat/report';
import { fold, openTests, type PlannedTest, readRecord, type Verdict } from '@uat/record';
import { terminalSummary } from '@uat/report';
import { testOf } from '@uat/runner';
import { areaCounts } from '@uat/report';
import { attempt } from '@uat/runner';
import { judgedRun, type RunWork } from '@uat/runner';
import { openInBrowser } from '../open-in-browser.ts';
import type { RunOptions } from '@uat/runner';
import { privateFolder } from '@uat/runner';
import { runsRoot } from '@uat/runner';
import type { StopSignals } from '@uat/runner';

/** `uat [AREA…]`: runs areas against a target, judges it, writes and shows the verdict; gives the exit code. */
export async function run(options: RunOptions, stop: StopSignals): Promise<number> {
  if (options.lastFailed !== true) return told(options, stop, (running) => attempt(running, options));

  // Read before `.uat/last` becomes this run's; what is wrong with it is for this run to say.
  const last = path.join(runsRoot(options), '.uat', 'last');
  const [left] = await Promise.allSettled([Promise.try(() => leftOpenIn(last))]);
  return told(options, stop, async (running) => {
    if (left.status === 'rejected') throw left.reason;
    if (left.value.length === 0) return [];
    const { areas: asked = [] } = options;
    const areas = asked.length > 0 ? asked : [...new Set(left.value.map(({ area }) => area))];
    const only = [...new Set(left.value.map(({ id }) => testOf(id)))];
    return attempt({ ...running, only }, { ...options, areas });
  });
}

/** The tests that the run in a folder left open; none where there was no run yet. */
function leftOpenIn(folder: string): PlannedTest[] {
  return existsSync(folder) ? openTests(fold(readRecord(folder))) : [];
}

async function told(options: RunOptions, stop: StopSignals, work: RunWork): Promise<number> {
  using hidden = privateFolder();
  const { folder, verdict, state } = await judgedRun(options, { stop, hidden }, work);
  const files = await show(folder, verdict, options);
  process.stdout.write(terminalSummary({ verdict, areas: areaCounts(state), files }));
  return verdict.exitCode;
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
