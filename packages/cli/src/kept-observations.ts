import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { infrastructureError } from '@uat/config';
import type { Experiment, Observation } from '@uat/efficacy';

type Observe = (experiment: Experiment, signal: AbortSignal) => Promise<Observation>;

export interface KeptObservations {
  /** How many an earlier measurement left. */
  count: number;
  /** Gives what is kept of an experiment; makes it with `observe`, and keeps that, when there is nothing. */
  through: (observe: Observe) => Observe;
}

/** An experiment, the name of what it was made of, and what came of it. */
type Entry = [experiment: string, sources: string | undefined, observation: Observation];

/**
 * What a measurement has observed, in a file with a line for each experiment: one that is stopped, or killed, can go on
 * later. What was observed on other sources counts for nothing, and is dropped.
 * @param sourcesOf the name of what an experiment is made of; without a name nothing of it is taken over.
 * @throws UatError (infrastructure) when it cannot be written.
 */
export function keptObservations(
  file: string,
  { sourcesOf, resume }: { sourcesOf: (experiment: Experiment) => string | undefined; resume: boolean },
): KeptObservations {
  const earlier = resume && existsSync(file) ? readFileSync(file, 'utf8').split('\n').flatMap(entryIn) : [];
  const entries = earlier.filter(
    ([experiment, sources]) =>
      typeof sources === 'string' && sources === sourcesOf(JSON.parse(experiment) as Experiment),
  );
  const known = new Map(entries.map(([experiment, , observation]) => [experiment, observation]));
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
    writeFileSync(file, entries.map(lineOf).join(''));
  });
  return {
    count: known.size,
    through: (observe) => async (experiment, signal) => {
      const key = JSON.stringify(experiment);
      const kept = known.get(key);
      if (kept !== undefined) return kept;
      const observation = await observe(experiment, signal);
      write(() => appendFileSync(file, lineOf([key, sourcesOf(experiment), observation])));
      return observation;
    },
  };
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
