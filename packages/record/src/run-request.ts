import { z } from 'zod';

/**
 * What somebody asks of a run. Unknown fields are an error: a request that is only half understood would run something
 * else.
 */
export const runRequestSchema = z.strictObject({
  /** All areas when left out. */
  areas: z.array(z.string()).optional(),
  target: z.string().optional(),
  grants: z.array(z.string()).optional(),
  /** PEM file with the certificate authorities of the target. */
  ca: z.string().optional(),
  /** Path of a `uat.config.ts`. */
  config: z.string().optional(),
  lane: z.string().optional(),
  grep: z.string().optional(),
  tickets: z.array(z.string()).optional(),
  /** Ids of faults to switch on in the embedded platform or the fixture package. */
  faults: z.array(z.string()).optional(),
  artifact: z.string().optional(),
  previous: z.string().optional(),
  profile: z.string().optional(),
  driver: z.string().optional(),
});
export type RunRequest = z.output<typeof runRequestSchema>;
