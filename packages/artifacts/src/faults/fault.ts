import type { PackagePlan } from '../plan/package-plan.ts';
import type { ReleaseKeyOptions } from '../release/release-key.ts';
import type { ReleaseName } from '../release/release-folder.ts';

/** What a fault may change before one release of the fixture package is written. */
export interface FixtureDraft {
  readonly release: ReleaseName;
  readonly plan: PackagePlan;
  /** Of the key that signs the sums. */
  readonly key: ReleaseKeyOptions;
}

/** A defect that real installers had, planted in the fixture package to prove that a check notices it. */
export interface Fault {
  /** `F1` … `F43`: the rows of the list of real installer bugs, and behind them those of our own probes. */
  readonly id: string;
  readonly class:
    | 'residue'
    | 'over-removal'
    | 'removal fails'
    | 'config lost'
    | 'permissions'
    | 'ownership'
    | 'upgrade'
    | 'downgrade'
    | 'disk full'
    | 'partial'
    | 'false success'
    | 'port busy'
    | 'air gap'
    | 'prompt'
    | 'secrets'
    | 'signature';
  /** What somebody would notice: one sentence, in the present tense. */
  readonly sentence: string;
  /** The issue, pull request or measurement that tells of it. */
  readonly source: string;
  /** The title of the test that has to turn red. */
  readonly check: string;
  /** Titles of other tests that turn red with it, each with the reason; `*` stands for any. */
  readonly alsoRed?: readonly { check: string; reason: string }[];
  /** Plants it; called once for each release, on a draft of its own. */
  change(draft: FixtureDraft): void;
}
