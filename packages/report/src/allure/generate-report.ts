import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { infrastructureError } from '@uat/core';

const packageFolder = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Generates the Allure report of a run from its `allure-results/`, offline, unless it exists. Gives the path of the
 * page.
 * @throws UatError (infrastructure) when the run has no results, or Allure fails.
 */
export async function generateReport(runFolder: string): Promise<string> {
  const results = path.join(runFolder, 'allure-results');
  const output = path.join(runFolder, 'allure-report');
  const page = path.join(output, 'index.html');
  if (existsSync(page)) return page;
  if (!existsSync(results)) {
    throw infrastructureError(`${runFolder} contains no test results, so there is nothing to report.`);
  }

  const config = path.join(packageFolder, 'allurerc.mjs');
  const made = await execa('allure', ['generate', results, '--output', output, '--config', config], {
    preferLocal: true,
    localDir: packageFolder,
    stdin: 'ignore',
    reject: false,
    all: true,
  });
  if (made.exitCode !== 0 || !existsSync(page)) {
    throw infrastructureError(
      `Allure generated no report from ${results}:\n${made.all ?? made.message ?? ''}`,
    );
  }
  return page;
}
