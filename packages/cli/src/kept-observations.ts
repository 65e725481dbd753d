import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { infrastructureError } from '@uat/config';
import { type Experiment, isJudged, type Observation } from '@uat/efficacy';

export interface KeptObservations {
  /** How many of these need not be made again. */
  countOf: (experiments: readonly Experiment[]) => number;
  /** Gives what is kept of an experiment; makes it, and keeps that, when there is nothing. */
  of: (experiment: Experiment, make: () => Promise<Observation>) => Promise<Observation>;
}

/** An experiment, the name of what it was made of, and what came of it. */
type Entry = [experiment: string, sources: string | undefined, observation: Observation];

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
  const earlier = existsSync(file) ? readFileSync(file, 'utf8').split('\n').flatMap(entryIn) : [];
  const entries = earlier.filter(
    ([experiment, sources]) =>
      typeof sources === 'string' && sources === sourcesOf(JSON.parse(experiment) as Experiment),
  );
  // The last word on an experiment counts.
  const latest = new Map(entries.map((entry) => [entry[0], entry]));
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
    // Written whole, for the last line may be half of one.
    writeFileSync(file, [...latest.values()].map(lineOf).join(''));
  });
  return {
    countOf: (experiments) => experiments.filter((one) => known.has(JSON.stringify(one))).length,
    async of(experiment, make) {
      const key = JSON.stringify(experiment);
      const kept = known.get(key);
      if (kept !== undefined) return kept[2];
      const observation = await make();
      if (isFinal(experiment, observation))
        write(() => appendFileSync(file, lineOf([key, sourcesOf(experiment), observation])));
      return observation;
    },
  };
}

/** A run without a verdict on the tests, or cut short before its defect was caught, may end otherwise next time. */
function isFinal({ defect }: Experiment, { verdict }: Observation): boolean {
  const { counts, failures } = verdict;
  const caught = failures.some(({ catches }) => defect !== undefined && catches.includes(defect));
  return isJudged(verdict) && (counts.notRun === 0 || caught);
}

const lineOf = (entry: Entry) => `${JSON.stringify(entry)}\n`;

/** A line as an entry; none when it was cut off. */
function entryIn(line: string): [Entry] | [] {
  try {
    return [JSON.parse(line) as Entry];
  } catch {
    return [];
  }
}
