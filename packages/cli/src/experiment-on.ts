import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { infrastructureError } from '@uat/config';
import type { Experiment, Observation } from '@uat/efficacy';
import { readEvents } from '@uat/runner';
import { verdictIn } from './earlier-runs.ts';
import { fixtureProfile } from './products/asked-products.ts';

export interface ExperimentOptions {
  /** The areas whose tests are run, those that an area needs among them. */
  areas: readonly string[];
  config: string | undefined;
  /** Whether the defects are faults of the fixture package, not of the platform. */
  aboutPackages: boolean;
  /** Where each run gets a folder of its own. */
  folder: string;
}

/** Somewhere a defect makes everything wait: what had been judged until then counts. */
const longest = '15m';

const main = fileURLToPath(new URL('./main.ts', import.meta.url));

/**
 * Runs `uat` itself, with a platform of its own, and gives what came of it. A red smoke layer keeps nothing from running.
 * When the signal is aborted, the run is stopped as by Ctrl-C; it has ended when this function does.
 * @throws UatError (infrastructure) when it left no verdict.
 */
export async function experimentOn(
  { areas, config, aboutPackages, folder }: ExperimentOptions,
  { defect, grep, retries }: Experiment,
  signal: AbortSignal,
): Promise<Observation> {
  signal.throwIfAborted();
  const out = path.join(folder, defect ?? 'clean');
  const args = [
    ...['run', ...areas, '--target', 'embedded', '--no-report', '--aside', '--out', out],
    ...['--workers', '1', '--timeout', longest],
    ...(aboutPackages ? ['--profile', fixtureProfile] : []),
    ...(grep === undefined ? [] : ['--grep', grep]),
    ...(defect === undefined ? [] : ['--regress', defect]),
    ...(config === undefined ? [] : ['--config', config]),
    // Nobody looks at these runs one by one, and a trace of each test costs a quarter of their time.
    ...['--', '--no-deps', '--trace', 'off', '--retries', String(retries)],
  ];
  // A group of its own, so that Ctrl-C reaches it once, through us.
  const child = execa(process.execPath, [main, ...args], {
    stdin: 'ignore',
    detached: true,
    reject: false,
    all: true,
  });
  const stop = () => void child.kill('SIGINT');
  signal.addEventListener('abort', stop, { once: true });
  const { all } = await child;
  signal.removeEventListener('abort', stop);
  signal.throwIfAborted();

  const verdict = verdictIn(out);
  if (verdict === undefined) {
    throw infrastructureError(
      `The run ${defect === undefined ? 'on the clean platform' : `with ${defect}`} left no verdict; it said:\n${all.split('\n').slice(-5).join('\n')}`,
    );
  }
  const order = readEvents(out).flatMap((event) =>
    event.event === 'judged' && ran(event.outcome) ? [event.id] : [],
  );
  return { verdict, order: [...new Set(order)] };
}

const ran = (outcome: string) => outcome !== 'skipped' && outcome !== 'notEligible';
