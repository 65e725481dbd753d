import { generateReport } from '@uat/report';
import { openInBrowser } from '../open-in-browser.ts';
import { runFolderOf } from '../run-folder-of.ts';
import { runsRoot } from '@uat/runner';

/** `uat open [RUN]`: opens the report of a run (an id, a folder, or the last one), after making it when it is missing. */
export async function open(which?: string): Promise<number> {
  await openInBrowser(await generateReport(runFolderOf(runsRoot({}), which)));
  return 0;
}
