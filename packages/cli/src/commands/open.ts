import { judgeRun } from '@uat/record';
import { generateReport, labelResults } from '@uat/report';
import { openInBrowser } from '../terminal/open-in-browser.ts';
import { runFolderOf } from '@uat/history';
import { runsRoot } from '@uat/runner';

/**
 * `uat open [RUN]`: opens the report of a run (an id, a folder, or the last one), generated first when it is missing or
 * outdated.
 */
export async function open(which?: string): Promise<number> {
  const folder = runFolderOf(runsRoot({}), which);
  const { verdict } = await judgeRun(folder);
  labelResults(folder, verdict);
  await openInBrowser(await generateReport(folder));
  return 0;
}
