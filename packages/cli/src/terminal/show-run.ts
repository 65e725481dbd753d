import path from 'node:path';
import { UatError } from '@uat/core';
import { areaCounts, generateReport, labelResults, terminalSummary } from '@uat/report';
import type { JudgedRun } from '@uat/runner';
import { openInBrowser } from './open-in-browser.ts';
import { writeJson } from './write-json.ts';

export interface ShowRunOptions {
  /** Whether to generate the report; never for a run that was interrupted or tested nothing. */
  report?: boolean | undefined;
  /** Whether to open the report. */
  open?: boolean | undefined;
  /** File for the verdict as JSON; `-` is standard output, and then nothing else is printed there. */
  json?: string | undefined;
}

/**
 * Labels the results of a run, generates its report and prints the summary. A missing report does not change a verdict.
 */
export async function showRun(
  { folder, state, verdict }: JudgedRun,
  { report = true, open = false, json }: ShowRunOptions,
): Promise<void> {
  const shown = path.relative(process.cwd(), folder);
  const files: Record<string, string> = {};
  const { kind, counts } = verdict;
  const hasTested = counts.discovered + counts.dependency > counts.notRun;
  try {
    labelResults(folder, verdict);
    if (report && hasTested && kind !== 'interrupted') {
      const page = await generateReport(folder);
      files['report'] = path.join(shown, 'allure-report', 'index.html');
      if (open) await openInBrowser(page);
    }
  } catch (error) {
    if (!(error instanceof UatError)) throw error;
    process.stderr.write(`  ${error.message}\n`);
  }
  files['verdict'] = path.join(shown, 'verdict.json');
  if (json !== undefined) writeJson(json, verdict);
  if (json !== '-')
    process.stdout.write(terminalSummary({ verdict, areas: areaCounts(state, verdict), files }));
}
