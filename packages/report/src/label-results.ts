import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { infrastructureError, jsonText } from '@uat/core';
import { fold, judge, readRecord } from '@uat/record';
import { type AllureResult, allureResultSchema, judgedTests, labelledResult } from './labelled-result.ts';
import { codeOf } from './publish-file.ts';

/**
 * Puts on a run's `allure-results/` what only its record tells: area, capability, target, class of a failure, the key of
 * its history. A report that says otherwise is removed. Needs nothing but the run's folder; a folder without results is
 * left as it is.
 * @throws UatError (configuration) when there are results and no record that can be read, (infrastructure) when they
 * cannot be written.
 */
export function labelResults(runFolder: string): void {
  const results = path.join(runFolder, 'allure-results');
  if (!existsSync(results)) return;
  const state = fold(readRecord(runFolder));
  const tests = judgedTests(state, judge(state));
  const changed = readdirSync(results)
    .filter((name) => name.endsWith('-result.json'))
    .flatMap((name) => {
      const result = resultIn(path.join(results, name));
      const judged = tests.get(result?.testCaseId ?? '');
      if (result === undefined || judged === undefined) return [];
      const labelled = labelledResult(result, judged);
      return isDeepStrictEqual(result, labelled) ? [] : [{ name, labelled }];
    });
  if (changed.length === 0) return;
  try {
    // Before the first result: what is interrupted here is made again.
    rmSync(path.join(runFolder, 'allure-report'), { recursive: true, force: true });
    for (const { name, labelled } of changed) {
      const draft = path.join(results, `.${name}`);
      writeFileSync(draft, jsonText(labelled));
      renameSync(draft, path.join(results, name));
    }
  } catch (error) {
    throw infrastructureError(`The results in ${results} cannot be labelled (${codeOf(error)}).`, {
      cause: error,
    });
  }
}

/** A result; `undefined` where a word stands in the place of one that could not be published. */
function resultIn(file: string): AllureResult | undefined {
  try {
    return allureResultSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
}
