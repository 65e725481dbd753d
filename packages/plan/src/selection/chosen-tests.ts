import path from 'node:path';
import { promiseOf, type PlannedTest } from '@uat/record';

/** What changed between two states of a repository. */
export interface Changes {
  /** Paths of changed files, relative to the repository, with forward slashes. */
  files: readonly string[];
  /** Tickets that the changes name. */
  tickets: readonly string[];
  /** Ids of the operations of the contract that changed, were added or removed. */
  operations: readonly string[];
}

/** Which tests a changed file concerns. */
export interface SelectionRules {
  /** By glob: names of areas, or of capabilities as `area › capability`. */
  paths: Readonly<Record<string, readonly string[]>>;
  /** Globs of files that concern no test. */
  ignore: readonly string[];
  /** Path of the API contract, which is compared by operation. */
  contract?: string | undefined;
}

export interface ChoiceOptions {
  changes: Changes;
  rules: SelectionRules;
  /** Ids of the operations that a test uses, without its product; `undefined` when unknown. */
  operationsOf: (test: string) => ReadonlySet<string> | undefined;
}

/**
 * The tests that changes concern, by id, each with its reason: its ticket, its spec, an operation of the contract that
 * it uses, or a path that the rules map to it. A file that no rule knows concerns all tests.
 */
export function chosenTests(
  tests: readonly PlannedTest[],
  { changes, rules, operationsOf }: ChoiceOptions,
): Map<string, string> {
  const reasonsOf = changes.files.map((file) => concern(file, rules));
  const changedOperations = new Set(changes.operations);
  const reasonFor = (test: PlannedTest): string | undefined => {
    const spec = test.file.replace(/:\d+$/, '');
    if (changes.files.includes(spec)) return `${spec} changed`;
    const ticket = test.tickets.find((one) => changes.tickets.includes(one));
    if (ticket !== undefined) return `the changes name ${ticket}`;
    const mapped = reasonsOf.find((one) => one.concerns(test));
    if (mapped !== undefined) return mapped.reason;
    if (changedOperations.size === 0) return undefined;
    const used = operationsOf(promiseOf(test.id));
    if (used === undefined) return 'the contract changed, and which operations it uses is not recorded';
    const operation = [...used].find((one) => changedOperations.has(one));
    return operation === undefined ? undefined : `${operation} changed in the contract`;
  };
  return new Map(
    tests.flatMap((test) => {
      const reason = reasonFor(test);
      return reason === undefined ? [] : [[test.id, reason] as const];
    }),
  );
}

interface Concern {
  concerns: (test: PlannedTest) => boolean;
  reason: string;
}

/** The tests that a changed file concerns by the rules; specs and the contract are looked at individually. */
function concern(file: string, { paths, ignore, contract }: SelectionRules): Concern {
  const none = { concerns: () => false, reason: '' };
  if (file === contract || file.endsWith('.spec.ts')) return none;
  const mapped = Object.entries(paths).filter(([glob]) => path.matchesGlob(file, glob));
  if (mapped.length > 0) {
    const names = new Set(mapped.flatMap(([, of]) => of));
    return {
      concerns: ({ area, capability }) => names.has(area) || names.has(`${area} › ${capability}`),
      reason: `${file} changed`,
    };
  }
  if (ignore.some((glob) => path.matchesGlob(file, glob))) return none;
  return {
    concerns: () => true,
    reason: `${file} changed, and no path of uat.config.ts says what it concerns`,
  };
}
