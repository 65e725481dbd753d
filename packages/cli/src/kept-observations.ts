import { mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { infrastructureError, journal } from '@uat/core';
import { type Experiment, isJudged, type Observation } from '@uat/efficacy';
import { verdictSchema } from '@uat/record';
import { z } from 'zod';

export interface KeptObservations {
  /** How many of these need not be made again. */
  countOf: (experiments: readonly Experiment[]) => number;
  /** Gives what is kept of an experiment; makes it, and keeps that, when there is nothing. */
  of: (experiment: Experiment, make: () => Promise<Observation>) => Promise<Observation>;
}

const entrySchema = z.object({
  experiment: z
    .object({
      fault: z.string().optional(),
      tests: z.array(z.string()).optional(),
      retries: z.number(),
      workers: z.number(),
      stopWhenCaught: z.boolean(),
    })
    .transform(({ fault, tests, ...rest }): Experiment => ({ fault, tests, ...rest })),
  /** The name of what it was made of. */
  sources: z.string(),
  observation: z.object({
    verdict: verdictSchema,
    ran: z.array(z.object({ id: z.string(), seconds: z.number() })),
  }),
});
type Entry = z.output<typeof entrySchema>;

/** The same for two experiments that ask the same. */
const keyOf = ({ fault, tests, retries, workers, stopWhenCaught }: Experiment) =>
  JSON.stringify([fault, tests, retries, workers, stopWhenCaught]);

/**
 * What a measurement has observed, in a file with a line for each experiment: one that is stopped, or killed, can go on
 * later. What was observed on other sources counts for nothing, and is dropped; so is what the machine cut short.
 * Without `resume` everything is made anew, and what else is kept stays.
 * @param sourcesOf the name of what an experiment is made of; without a name nothing of it is taken over.
 * @throws UatError (infrastructure) when it cannot be written.
 */
export function keptObservations(
  file: string,
  { sourcesOf, resume }: { sourcesOf: (experiment: Experiment) => string | undefined; resume: boolean },
): KeptObservations {
  const kept = journal(file, entrySchema);
  const entries = kept.read().entries.filter(({ experiment, sources }) => sources === sourcesOf(experiment));
  // The last word on an experiment counts.
  const latest = new Map(entries.map((entry) => [keyOf(entry.experiment), entry]));
  const known: ReadonlyMap<string, Entry> = resume ? latest : new Map();
  const write = (change: () => void) => {
    try {
      change();
    } catch (error) {
      throw infrastructureError(`${file} cannot be written: ${(error as Error).message}`, { cause: error });
    }
  };
  write(() => {
    mkdirSync(path.dirname(file), { recursive: true });
    // A new journal of what still counts takes the place of the old one.
    rmSync(`${file}.draft`, { force: true });
    journal(`${file}.draft`, entrySchema).append(...latest.values());
    renameSync(`${file}.draft`, file);
  });
  return {
    countOf: (experiments) => experiments.filter((one) => known.has(keyOf(one))).length,
    async of(experiment, make) {
      const earlier = known.get(keyOf(experiment));
      if (earlier !== undefined) return earlier.observation;
      const observation = await make();
      const sources = sourcesOf(experiment);
      if (sources !== undefined && isFinal(experiment, observation))
        write(() => kept.append({ experiment, sources, observation }));
      return observation;
    },
  };
}

/** A run without a verdict on the tests, or cut short before its fault was caught, may end otherwise next time. */
function isFinal({ fault }: Experiment, { verdict }: Observation): boolean {
  const { counts, failures } = verdict;
  const caught = failures.some(({ catches }) => fault !== undefined && catches.includes(fault));
  return isJudged(verdict) && (counts.notRun === 0 || caught);
}
