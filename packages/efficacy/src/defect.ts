/** A past defect that can be switched on in the platform, as far as measuring needs to know it. */
export interface Defect {
  id: string;
  sentence: string;
  source: string;
  /** What a failed test says that met this defect without naming it. */
  symptom?: RegExp;
}
