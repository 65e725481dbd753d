import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { infrastructureError, jsonText, writeFileAtomic } from '@uat/core';
import { fold, judge, readRecord, type Verdict } from '@uat/record';
import { type AllureResult, allureResultSchema, finalResults, labelledResult } from './labelled-result.ts';
import { codeOf } from '../evidence/publish-file.ts';

/**
 * Adds labels from the record to a run's `allure-results/`: area, capability, target, class of a failure, history key.
 * An outdated report is removed. Needs only the run's folder; without results it does nothing.
 * @param verdict The verdict on the run; by default the one that its record gives without symptoms.
 * @throws UatError (configuration) when the record cannot be read, (infrastructure) when results cannot be written.
 */
export function labelResults(runFolder: string, verdict?: Verdict): void {
  const results = path.join(runFolder, 'allure-results');
  if (!existsSync(results)) return;
  const state = fold(readRecord(runFolder));
  const tests = finalResults(state, verdict ?? judge(state));
  const changed = readdirSync(results)
    .filter((name) => name.endsWith('-result.json'))
    .flatMap((name) => {
      const result = resultIn(path.join(results, name));
      const test = tests.get(result?.testCaseId ?? '');
      if (result === undefined || test === undefined) return [];
      const labelled = labelledResult(result, test);
      return isDeepStrictEqual(result, labelled) ? [] : [{ name, labelled }];
    });
  if (changed.length === 0) return;
  try {
    // Removed first, so that an interrupted update leaves no outdated report.
    rmSync(path.join(runFolder, 'allure-report'), { recursive: true, force: true });
    for (const { name, labelled } of changed) writeFileAtomic(path.join(results, name), jsonText(labelled));
  } catch (error) {
    throw infrastructureError(`The results in ${results} cannot be labelled (${codeOf(error)}).`, {
      cause: error,
    });
  }
}

/** Reads a result; `undefined` for the placeholder of one that could not be published. */
function resultIn(file: string): AllureResult | undefined {
  try {
    return allureResultSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
}
