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

/**
 * What a measurement has observed, in a file with a line for each experiment: one that is stopped, or killed, can go on
 * later. Of other sources nothing counts, and the file is begun anew.
 * @param sources Git's name for them; without one nothing is taken over.
 * @throws UatError (infrastructure) when it cannot be written.
 */
export function keptObservations(
  file: string,
  { sources, resume }: { sources: string | undefined; resume: boolean },
): KeptObservations {
  const heading = JSON.stringify({ sources });
  const [first, ...lines] = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
  const isSame = resume && sources !== undefined && first === heading;
  const known = new Map(isSame ? lines.flatMap(entry) : []);
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
    writeFileSync(file, [heading, ...[...known].map((one) => JSON.stringify(one)), ''].join('\n'));
  });
  return {
    count: known.size,
    through: (observe) => async (experiment, signal) => {
      const key = JSON.stringify(experiment);
      const kept = known.get(key);
      if (kept !== undefined) return kept;
      const observation = await observe(experiment, signal);
      write(() => appendFileSync(file, `${JSON.stringify([key, observation])}\n`));
      return observation;
    },
  };
}

/** A line as an entry; none when it was cut off. */
function entry(line: string): [string, Observation][] {
  try {
    return [JSON.parse(line) as [string, Observation]];
  } catch {
    return [];
  }
}
