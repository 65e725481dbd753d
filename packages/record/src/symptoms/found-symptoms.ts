import type { Symptom } from '@uat/config';

/** The symptoms that were found in a run. */
export interface FoundSymptoms {
  /** Symptoms of failed attempts, by the id of the test. */
  byTest: ReadonlyMap<string, readonly Symptom[]>;
  /** Symptoms in the errors outside the tests and in the journals of the run. */
  ofRun: readonly Symptom[];
}

export const noSymptoms: FoundSymptoms = { byTest: new Map(), ofRun: [] };
