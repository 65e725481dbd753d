import path from 'node:path';
import { loadConfig } from '@uat/config';
import { projectRoot } from '@uat/core';
import { experimentsOf, isWhole, measureArea, type MeasuringMode } from '@uat/efficacy';
import { ensureBrowser, listTests, privateFolder, runsRoot } from '@uat/runner';
import { type ChosenArea, chosenAreas } from '../chosen-areas.ts';
import { chosenFaults, type FaultSelection } from '../chosen-faults.ts';
import { efficacyProgress } from '../efficacy-progress.ts';
import { type MeasuredArea, writeEfficacy } from '../write-efficacy.ts';
import { experimentOn } from '../experiment-on.ts';
import { keptObservations } from '../kept-observations.ts';
import { sourceFiles, sourcesOfRun } from '../sources.ts';
import type { StopSignals } from '../stop-signals.ts';

export interface EfficacyOptions extends FaultSelection {
  areas?: string[];
  fault?: string[];
  fast?: boolean;
  /** As `fast` when left out. */
  stopWhenCaught?: boolean;
  resume?: boolean;
  json?: string;
  config?: string;
}

/** Two runs of one worker each: what two cores do in the shortest time. */
const lanes = 2;

/**
 * `uat efficacy [AREA…]`: breaks the platform on purpose, one fault at a time, and tells which tests notice. Gives
 * 0 when all were caught and nothing else was red, else 1.
 * @throws UatError for what keeps it from measuring.
 */
export async function efficacy(options: EfficacyOptions, stop: StopSignals): Promise<number> {
  const choose = chosenFaults(options);
  const config = await loadConfig(options.config);
  const { areas: asked = [], fault } = options;
  const chosen = await chosenAreas({ asked, faults: fault, config });
  const output = options.json === '-' ? process.stderr : process.stdout;
  const say = (line: string) => void output.write(`  ${line}\n`);
  try {
    if (chosen.some(({ needed }) => needed.some((name) => config.areas[name]?.browser)))
      await ensureBrowser({ env: process.env, headed: false, say, signal: stop.signal });
    const root = path.join(runsRoot(options), '.uat');
    const measured: MeasuredArea[] = [];
    for (const area of chosen) {
      const { chosen: faults, said } = choose(area.faults);
      for (const line of said) say(line);
      const aboutPackages = config.areas[area.name]?.target === false;
      measured.push(await measure({ ...area, faults }, { ...options, aboutPackages, root }, output, stop));
    }
    const files = writeEfficacy(measured, { file: options.json, root, single: asked.length === 1 });
    for (const file of files) say(path.relative(process.cwd(), file));
    return measured.every(isWhole) ? 0 : 1;
  } catch (error) {
    if (!stop.signal.aborted) throw error;
    say('stopped; the same with --resume goes on from here');
    return stop.reason() === 'SIGINT' ? 130 : 143;
  }
}

async function measure(
  area: ChosenArea,
  options: EfficacyOptions & { aboutPackages: boolean; root: string },
  output: NodeJS.WriteStream,
  stop: StopSignals,
): Promise<MeasuredArea> {
  const tests = await listTests({
    root: projectRoot,
    config: options.config,
    selection: { projects: area.needed, tickets: [], headed: false, ui: false, rest: [] },
    stop: stop.signal,
  });
  stop.signal.throwIfAborted();
  using hidden = privateFolder();
  // Suites that lie elsewhere may change without our noticing.
  const files = isOurs(options.root) ? await sourceFiles(hidden.packages) : undefined;
  const kept = keptObservations(path.join(options.root, 'efficacy', area.name, 'observations.ndjson'), {
    sourcesOf: ({ fault }) => files && sourcesOfRun(files, { areas: area.needed, fault }),
    resume: options.resume === true,
  });
  const { fast = false, stopWhenCaught = fast } = options;
  const mode: MeasuringMode = { fast, stopWhenCaught };
  const { faults } = area;
  const known = kept.countOf(experimentsOf({ faults, tests }, mode, lanes));
  const progress = efficacyProgress({ ...area, ...mode, tests, kept: known, output });
  const running = new Set<Promise<unknown>>();
  try {
    const measurement = await measureArea({
      ...mode,
      area: area.name,
      faults,
      tests,
      lanes,
      run(experiment, signal) {
        const { config, aboutPackages } = options;
        const surroundings = { areas: area.needed, planned: tests, config, aboutPackages };
        const one = experimentOn({ ...surroundings, folder: hidden.evidence }, experiment, signal);
        running.add(one);
        return one;
      },
      kept: kept.of,
      onClean: progress.clean,
      onFinding: progress.finding,
      signal: stop.signal,
    });
    progress.done(measurement.report);
    return { ...area, ...measurement, tests };
  } finally {
    // Their folders go with ours, so they have to end first.
    await Promise.allSettled(running);
  }
}

const isOurs = (folder: string) => !path.relative(projectRoot, folder).startsWith('..');
