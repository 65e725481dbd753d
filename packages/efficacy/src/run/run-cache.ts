import { mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { infrastructureError, journal } from '@uat/core';
import { verdictSchema } from '@uat/record';
import { z } from 'zod';
import { isJudged } from '../fault-result.ts';
import type { FaultRun, RunOutcome } from '../plan/fault-run.ts';

export interface RunCache {
  /** Counts the runs whose outcome is cached. */
  countOf: (faultRuns: readonly FaultRun[]) => number;
  /** Gives the cached outcome of a run; without one, makes the run and caches its outcome. */
  of: (faultRun: FaultRun, make: () => Promise<RunOutcome>) => Promise<RunOutcome>;
}

const entrySchema = z.object({
  faultRun: z
    .object({
      fault: z.string().optional(),
      tests: z.array(z.string()).optional(),
      retries: z.number(),
      workers: z.number(),
      stopWhenCaught: z.boolean(),
    })
    .transform(({ fault, tests, ...rest }): FaultRun => ({ fault, tests, ...rest })),
  /** Hash of the sources of the run. */
  sources: z.string(),
  outcome: z.object({
    verdict: verdictSchema,
    ran: z.array(z.object({ id: z.string(), seconds: z.number() })),
  }),
});
type Entry = z.output<typeof entrySchema>;

const keyOf = ({ fault, tests, retries, workers, stopWhenCaught }: FaultRun) =>
  JSON.stringify([fault, tests, retries, workers, stopWhenCaught]);

/**
 * A cache of run outcomes in a file with a line per run, so that a measurement that was stopped or killed can resume.
 * An outcome of other sources is dropped, and a run that the machine cut short is not cached. Without `resume` every
 * run is made again; the entries of runs outside this measurement stay.
 * @param sourcesOf Hash of the sources of a run; `undefined` to cache nothing of it.
 * @throws UatError (infrastructure) when the file cannot be written.
 */
export function runCache(
  file: string,
  { sourcesOf, resume }: { sourcesOf: (faultRun: FaultRun) => string | undefined; resume: boolean },
): RunCache {
  const cache = journal(file, entrySchema);
  const entries = cache.read().entries.filter(({ faultRun, sources }) => sources === sourcesOf(faultRun));
  // The last entry of a run counts.
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
    // A new journal with the entries that still count replaces the old one.
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
        write(() => cache.append({ faultRun, sources, outcome }));
      return outcome;
    },
  };
}

/** Whether a repetition would give the same: the tests were judged, and all ran or one caught the fault. */
function isFinal({ fault }: FaultRun, { verdict }: RunOutcome): boolean {
  const { counts, failures } = verdict;
  const caught = failures.some(({ catches }) => fault !== undefined && catches.includes(fault));
  return isJudged(verdict) && (counts.notRun === 0 || caught);
}
