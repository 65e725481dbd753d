import { existsSync } from 'node:fs';
import path from 'node:path';
import { configurationError } from '@uat/config';
import { generateReport } from '@uat/report';
import { openInBrowser } from '../open-in-browser.ts';
import { runsRoot } from '../runs-root.ts';

/** `uat open [RUN]`: opens the report of a run (an id, a folder, or the last one), after making it when it is missing. */
export async function open(which?: string): Promise<number> {
  const runs = path.join(runsRoot({}), '.uat');
  const candidates =
    which === undefined ? [path.join(runs, 'last')] : [path.join(runs, 'runs', which), path.resolve(which)];
  const folder = candidates.find((candidate) => existsSync(candidate));
  if (folder === undefined) {
    throw configurationError(
      which === undefined ? 'There is no run yet; start one with pnpm uat.' : `There is no run ${which}.`,
    );
  }
  await openInBrowser(await generateReport(folder));
  return 0;
}
