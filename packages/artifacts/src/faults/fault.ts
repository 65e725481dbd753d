import type { PackagePlan } from '../plan/package-plan.ts';

/** Which release of the fixture package is being made; `next` may only follow `current`. */
export type FixtureRelease = 'previous' | 'current' | 'next';

/** What a fault may change before the fixture packages are written. */
export interface FixtureDraft {
  release: FixtureRelease;
  plan: PackagePlan;
  /** The key that signs the sums. */
  key: { validDays: number; madeDaysAgo: number };
}

/** A defect that real installers had, planted in the fixture packages to prove that a check notices it. */
export interface Fault {
  /** `F1` … `F39`. */
  readonly id: string;
  readonly class: string;
  /** What somebody would notice: one sentence, in the present tense. */
  readonly sentence: string;
  /** The issue, pull request or measurement that tells of it. */
  readonly source: string;
  /** The promise that it breaks: which check has to turn red. */
  readonly check: string;
  /** Other promises that break with it, each with the reason. */
  readonly alsoRed?: readonly { check: string; reason: string }[];
  /** Plants it; called once for each release, on a draft of its own. */
  change(draft: FixtureDraft): void;
}
