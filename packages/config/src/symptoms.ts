import { existsSync } from 'node:fs';
import path from 'node:path';
import { configurationError } from '@uat/core';
import { z } from 'zod';
import { type ParsedYaml, parsedYaml, problemLines } from './parsed-yaml.ts';
import { textPattern } from './text-pattern.ts';

/** Places in which a symptom may show. */
export const symptomPlaces = ['errors', 'logs', 'journals'] as const;

/** A sign by which a known cause is recognized, and the label that failures with it get. */
export const symptomSchema = z.strictObject({
  label: z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'expected a word such as gpu-out-of-memory'),
  /** Plain text, or an RE2 expression between slashes: `/exit code \\d+/i`. */
  pattern: z.string().min(3, 'expected at least three characters'),
  /** By default all. `errors` of tests and of the run, `logs` attached to tests, `journals` of the run. */
  in: z.array(z.enum(symptomPlaces)).min(1).optional(),
  /** Ticket of the known cause: failures with this symptom are `known`. They still count. */
  ticket: z.string().min(1).optional(),
  /** What the symptom suggests about the cause. */
  class: z.enum(['product', 'test', 'infrastructure', 'configuration']).optional(),
});
export type Symptom = z.output<typeof symptomSchema>;

/** The path of `symptoms.yaml`, beside the config. */
export const symptomsFile = (root: string) => path.join(root, 'symptoms.yaml');

/**
 * Reads `symptoms.yaml` in a folder; without that file there are none.
 * @throws UatError (configuration) with the place of each mistake.
 */
export async function readSymptoms(root: string): Promise<Symptom[]> {
  const file = symptomsFile(root);
  if (!existsSync(file)) return [];
  const { document, lineOf } = await parsedYaml(file);
  const parsed = z.array(symptomSchema).safeParse(document ?? []);
  const problems = parsed.success
    ? await patternProblems(parsed.data, lineOf)
    : problemLines(parsed.error.issues, lineOf);
  if (parsed.success && problems === '') return parsed.data;
  throw configurationError(`${file} is not a list of symptoms:\n${problems}`);
}

async function patternProblems(symptoms: readonly Symptom[], lineOf: ParsedYaml['lineOf']): Promise<string> {
  const problems = await Promise.all(
    symptoms.map(async ({ pattern }, index) => {
      const message = await textPattern(pattern).then(
        () => undefined,
        (error: unknown) => (error instanceof Error ? error.message : String(error)),
      );
      return message === undefined ? [] : [{ path: [index, 'pattern'], message }];
    }),
  );
  return problemLines(problems.flat(), lineOf);
}
