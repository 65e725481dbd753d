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
  labelResults(folder);
  await openInBrowser(await generateReport(folder));
  return 0;
}
