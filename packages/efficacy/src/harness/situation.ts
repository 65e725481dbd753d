import type { Verdict } from '@uat/record';
import type { OutcomeRow } from './outcome-rows.ts';
import type { Scene } from './scene/scene.ts';

/** The expected end of a scene, as docs/outcomes.md says. */
export interface Expectation {
  exitCode: number;
  /** Absent where no verdict can be written, or the command writes none. */
  kind?: Verdict['kind'];
  /** Cause of all failures. */
  cause?: Verdict['failures'][number]['cause'];
  /** Counts that the verdict has to report. */
  counts?: Partial<Verdict['counts']>;
}

/** A situation in which the harness may get into, with its expected verdict. */
export interface Situation {
  id: string;
  row: OutcomeRow;
  /** The trouble in words, which the twin does not have. */
  trouble: string;
  scene: Scene;
  expected: Expectation;
  /** The same scene without the trouble, which has to be green. Situations share a twin by sharing the object. */
  twin: Scene;
}
