/** A past defect that can be switched on in the platform, as far as measuring needs to know it. */
export interface Defect {
  id: string;
  sentence: string;
  source: string;
  /** What a failed test says that met this defect without naming it. */
  symptom?: RegExp;
  /** Title of the check that has to turn red; left out, any that names the defect will do. */
  check?: string;
  /** Titles of other checks that turn red with it, each with the reason; left out, any may. */
  alsoRed?: readonly { check: string; reason: string }[];
}
