import type { Verdict, VerdictFailure } from '@uat/record';
import { quarantineSentence } from '@uat/report';

/** A failure on the default branch that an issue tracks. */
export interface TrackedFailure {
  fingerprint: string;
  /** Ids of the tests that fail with it. */
  tests: readonly string[];
  /** Number of the issue. */
  issue: number;
}

/** A failure that the change under test did not bring. */
export interface KnownFailure {
  failure: VerdictFailure;
  /** Why it is known, in one sentence. */
  because: string;
}

/** The failures of a run, apart by whether they are new. */
export interface SortedFailures {
  fresh: VerdictFailure[];
  known: KnownFailure[];
}

/**
 * Tells new failures from known ones: those in quarantine, those whose symptoms a ticket tracks, and those with which
 * the same test fails on the default branch. The same error in another test is new.
 * @param tracked Failures on the default branch.
 */
export function sortedFailures(
  { failures }: Pick<Verdict, 'failures'>,
  tracked: readonly TrackedFailure[] = [],
): SortedFailures {
  const sorted: SortedFailures = { fresh: [], known: [] };
  for (const failure of failures) {
    const because = reasonKnown(failure, tracked);
    if (because === undefined) sorted.fresh.push(failure);
    else sorted.known.push({ failure, because });
  }
  return sorted;
}

function reasonKnown(failure: VerdictFailure, tracked: readonly TrackedFailure[]): string | undefined {
  const { id, fingerprint, quarantine } = failure;
  if (quarantine !== undefined) return quarantineSentence(quarantine);
  if (isClassKnown(failure)) return 'a ticket tracks its symptom';
  if (fingerprint === '') return undefined;
  const there = tracked.find((one) => one.fingerprint === fingerprint && one.tests.includes(id));
  return there === undefined ? undefined : `fails on the default branch too: #${there.issue}`;
}

const isClassKnown = ({ class: is }: { class: string }) => is === 'known';
