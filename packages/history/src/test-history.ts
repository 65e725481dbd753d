import { configurationError } from '@uat/core';
import { namesOf, type Outcome, outcomesOf, type PlannedTest, promiseOf, type RunState } from '@uat/record';

/** The result of a test in one run. */
export interface HistoryEntry {
  runId: string;
  startedAt: string;
  /** Name of the target. */
  target: string;
  /** The test's id in that run; it tells repetitions and products apart. */
  id: string;
  outcome: Outcome['kind'];
  /** Seconds of all its attempts. */
  seconds: number;
  /** The error of its last failed attempt, or the reason why it has no result. */
  detail?: string;
}

export interface TestHistory {
  /** As in the newest run that holds the test. */
  id: string;
  title: string;
  results: HistoryEntry[];
}

/**
 * The results of one test over runs, in the order of the runs, also under the ids that it had before.
 * @param runs The newest first.
 * @param wanted A present or former id, or words that its id or title contains.
 * @throws UatError (configuration) when no run holds such a test, or the words fit several tests.
 */
export function testHistory(runs: readonly RunState[], wanted: string): TestHistory {
  const { id, title, names } = testNamed(wanted, runs);
  const results = runs.flatMap((run) => {
    const outcomes = outcomesOf(run);
    return run.assigned
      .filter((test) => names.has(promiseOf(test.id)))
      .flatMap((test) => {
        const outcome = outcomes.get(test.id);
        return outcome === undefined ? [] : [entryOf(run, test, outcome)];
      });
  });
  return { id, title, results };
}

function entryOf(run: RunState, { id }: PlannedTest, outcome: Outcome): HistoryEntry {
  const { kind, failures, reason } = outcome;
  const detail = failures.at(-1)?.error?.message ?? reason;
  const ms = (run.attempts.get(id) ?? []).reduce((sum, attempt) => sum + attempt.ms, 0);
  return {
    runId: run.header.runId,
    startedAt: run.header.startedAt,
    target: run.target?.name ?? 'unknown',
    id,
    outcome: kind,
    seconds: Math.round(ms / 100) / 10,
    ...(detail === undefined ? {} : { detail }),
  };
}

/** The test that these words name, with all ids by which runs may know it. */
function testNamed(
  wanted: string,
  runs: readonly RunState[],
): { id: string; title: string; names: ReadonlySet<string> } {
  const tests = runs.flatMap(({ assigned }) => assigned);
  const exact = tests.filter((test) => namesOf(test).includes(wanted));
  const found = exact.length > 0 ? exact : tests.filter(({ id, title }) => `${id} ${title}`.includes(wanted));
  const [newest] = found;
  if (newest === undefined) {
    throw configurationError(
      `No stored run holds a test '${wanted}'. pnpm uat list shows the tests that there are.`,
    );
  }
  const names = new Set([newest.id, ...newest.aliases].map(promiseOf));
  const others = new Set(found.map(({ id }) => promiseOf(id)).filter((id) => !names.has(id)));
  if (others.size > 0) {
    const all = [promiseOf(newest.id), ...others];
    throw configurationError(`'${wanted}' fits ${all.length} tests: ${all.join(', ')}. Name one by its id.`);
  }
  return { id: promiseOf(newest.id), title: newest.title, names };
}
