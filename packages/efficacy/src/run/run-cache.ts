import { mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { infrastructureError, journal } from '@uat/core';
import { isJudged } from '../fault-result.ts';
import type { FaultRun, RunOutcome } from '../plan/fault-run.ts';
import { verdictSchema } from '@uat/record';
import { z } from 'zod';

export interface RunCache {
  /** How many of these need not be made again. */
  countOf: (faultRuns: readonly FaultRun[]) => number;
  /** Gives what is kept of an faultRun; makes it, and keeps that, when there is nothing. */
  of: (faultRun: FaultRun, make: () => Promise<RunOutcome>) => Promise<RunOutcome>;
}

const entrySchema = z.object({
  faultRun: z
    .object({
      defect: z.string().optional(),
      tests: z.array(z.string()).optional(),
      retries: z.number(),
      workers: z.number(),
      stopWhenCaught: z.boolean(),
    })
    .transform(({ defect, tests, ...rest }): FaultRun => ({ defect, tests, ...rest })),
  /** The name of what it was made of. */
  sources: z.string(),
  outcome: z.object({
    verdict: verdictSchema,
    ran: z.array(z.object({ id: z.string(), seconds: z.number() })),
  }),
});
type Entry = z.output<typeof entrySchema>;

/** The same for two faultRuns that ask the same. */
const keyOf = ({ defect, tests, retries, workers, stopWhenCaught }: FaultRun) =>
  JSON.stringify([defect, tests, retries, workers, stopWhenCaught]);

/**
 * What a measurement has observed, in a file with a line for each faultRun: one that is stopped, or killed, can go on
 * later. What was observed on other sources counts for nothing, and is dropped; so is what the machine cut short.
 * Without `resume` everything is made anew, and what else is kept stays.
 * @param sourcesOf the name of what an faultRun is made of; without a name nothing of it is taken over.
 * @throws UatError (infrastructure) when it cannot be written.
 */
export function runCache(
  file: string,
  { sourcesOf, resume }: { sourcesOf: (faultRun: FaultRun) => string | undefined; resume: boolean },
): RunCache {
  const kept = journal(file, entrySchema);
  const entries = kept.read().entries.filter(({ faultRun, sources }) => sources === sourcesOf(faultRun));
  // The last word on an faultRun counts.
  const latest = new Map(entries.map((entry) => [keyOf(entry.faultRun), entry]));
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
    countOf: (faultRuns) => faultRuns.filter((one) => known.has(keyOf(one))).length,
    async of(faultRun, make) {
      const earlier = known.get(keyOf(faultRun));
      if (earlier !== undefined) return earlier.outcome;
      const outcome = await make();
      const sources = sourcesOf(faultRun);
      if (sources !== undefined && isFinal(faultRun, outcome))
        write(() => kept.append({ faultRun, sources, outcome }));
      return outcome;
    },
  };
}

/** A run without a verdict on the tests, or cut short before its defect was caught, may end otherwise next time. */
function isFinal({ defect }: FaultRun, { verdict }: RunOutcome): boolean {
  const { counts, failures } = verdict;
  const caught = failures.some(({ catches }) => defect !== undefined && catches.includes(defect));
  return isJudged(verdict) && (counts.notRun === 0 || caught);
}
