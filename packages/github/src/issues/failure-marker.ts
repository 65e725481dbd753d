import { jsonIn } from '@uat/core';
import { z } from 'zod';

const momentSchema = z.object({ runId: z.string(), at: z.string(), url: z.string() });

const markerSchema = z.object({
  /** Hash of the error, or the id of the test where it has none. */
  fingerprint: z.string(),
  /** Ids of the tests that failed with it in the newest run. */
  tests: z.array(z.string()),
  /** The first and the newest run with this failure. */
  first: momentSchema,
  last: momentSchema,
  /** Number of runs with this failure. */
  runs: z.int().positive(),
});
/** What an issue about a failure remembers, invisible to readers. */
export type FailureMarker = z.output<typeof markerSchema>;

const pattern = /^<!-- uat-failure (?<json>.+) -->/;

/** A marker as it stands in the first line of an issue. */
export function failureMarkerLine(marker: FailureMarker): string {
  // The end of a comment must not occur in it.
  return `<!-- uat-failure ${JSON.stringify(marker).replaceAll('>', String.raw`\u003e`)} -->`;
}

/** The marker of an issue; `undefined` for an issue about anything else. */
export function failureMarkerIn(body: string): FailureMarker | undefined {
  const { json } = pattern.exec(body)?.groups ?? {};
  return json === undefined ? undefined : markerSchema.safeParse(jsonIn(json)).data;
}
