import path from 'node:path';
import { UatError } from '@uat/core';
import { areaCounts, generateReport, labelResults, terminalSummary } from '@uat/report';
import type { JudgedRun } from '@uat/runner';
import { openInBrowser } from './open-in-browser.ts';
import { writeJson } from './write-json.ts';

export interface ShowRunOptions {
  /** Makes the report; it is left to `uat open` otherwise, and for a run that was interrupted or tested nothing. */
  report?: boolean | undefined;
  /** Opens it, too. */
  open?: boolean | undefined;
  /** Where the verdict goes as JSON; `-` is standard output, and then nothing else is printed there. */
  json?: string | undefined;
}

/** Labels the results of a run, makes its report and prints how it ended. A missing report does not change a verdict. */
export async function showRun(
  { folder, state, verdict }: JudgedRun,
  { report = true, open = false, json }: ShowRunOptions,
): Promise<void> {
  const shown = path.relative(process.cwd(), folder);
  const files: Record<string, string> = {};
  const { kind, counts } = verdict;
  const hasTested = counts.discovered + counts.dependency > counts.notRun;
  try {
    labelResults(folder);
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
