import path from 'node:path';
import { loadConfig } from '@uat/config';
import { projectRoot } from '@uat/core';
import {
  type SelectedArea,
  selectAreas,
  runSuites,
  plannedRuns,
  isSuccessful,
  runCache,
  measureArea,
  type MeasuringMode,
  sourceFiles,
  sourcesOfRun,
} from '@uat/efficacy';
import { ensureBrowser, listTests, stagingFolder, runsRoot } from '@uat/runner';
import { chosenFaults, type FaultSelection } from '../options/chosen-faults.ts';
import { efficacyProgress } from '../terminal/efficacy-progress.ts';
import { type MeasuredArea, writeEfficacy } from './write-efficacy.ts';
import { signalExitCode, type StopSignals } from '../terminal/stop-signals.ts';

export interface EfficacyOptions extends FaultSelection {
  areas?: string[];
  fault?: string[];
  fast?: boolean;
  /** By default the value of `fast`. */
  stopWhenCaught?: boolean;
  resume?: boolean;
  json?: string;
  config?: string;
}

/** Fault runs at a time, each with one worker: the fastest way to use two cores. */
const concurrency = 2;

/**
 * `uat efficacy [AREA…]`: seeds one fault at a time in the platform, and reports the tests that catch it. Exit code 0
 * when all faults were caught and nothing else was red, else 1.
 * @throws UatError when it cannot measure.
 */
export async function efficacy(options: EfficacyOptions, stop: StopSignals): Promise<number> {
  const choose = chosenFaults(options);
  const config = await loadConfig(options.config);
  const { areas: requested = [], fault } = options;
  const selected = await selectAreas({ requested, faults: fault, config });
  const output = options.json === '-' ? process.stderr : process.stdout;
  const say = (line: string) => void output.write(`  ${line}\n`);
  try {
    if (selected.some(({ needed }) => needed.some((name) => config.areas[name]?.browser)))
      await ensureBrowser({ env: process.env, headed: false, say, signal: stop.signal });
    const root = path.join(runsRoot(options), '.uat');
    const measured: MeasuredArea[] = [];
    for (const area of selected) {
      const { chosen: faults, said } = choose(area.faults);
      for (const line of said) say(line);
      const aboutPackages = config.areas[area.name]?.target === false;
      measured.push(await measure({ ...area, faults }, { ...options, aboutPackages, root }, output, stop));
    }
    const files = writeEfficacy(measured, { file: options.json, root, single: requested.length === 1 });
    for (const file of files) say(path.relative(process.cwd(), file));
    return measured.every(isSuccessful) ? 0 : 1;
  } catch (error) {
    if (!stop.signal.aborted) throw error;
    say('stopped; run the same command with --resume to continue');
    return signalExitCode(stop) ?? 143;
  }
}

async function measure(
  area: SelectedArea,
  options: EfficacyOptions & { aboutPackages: boolean; root: string },
  output: NodeJS.WriteStream,
  stop: StopSignals,
): Promise<MeasuredArea> {
  const tests = await listTests({
    root: projectRoot,
    config: options.config,
    selection: { projects: area.needed },
    stop: stop.signal,
  });
  stop.signal.throwIfAborted();
  using staging = stagingFolder();
  // Changes of suites elsewhere would go unnoticed.
  const files = isInRepository(options.root) ? await sourceFiles(staging.packages) : undefined;
  const cache = runCache(path.join(options.root, 'efficacy', area.name, 'runs.ndjson'), {
    sourcesOf: ({ fault }) => files && sourcesOfRun(files, { areas: area.needed, fault }),
    resume: options.resume === true,
  });
  const { fast = false, stopWhenCaught = fast } = options;
  const mode: MeasuringMode = { fast, stopWhenCaught };
  const { faults } = area;
  const cached = cache.countOf(plannedRuns({ faults, tests }, mode, concurrency));
  const progress = efficacyProgress({ ...area, ...mode, tests, cached, output });
  const running = new Set<Promise<unknown>>();
  try {
    const measurement = await measureArea({
      ...mode,
      area: area.name,
      faults,
      tests,
      concurrency,
      run(faultRun, signal) {
        const { config, aboutPackages } = options;
        const surroundings = { areas: area.needed, planned: tests, config, aboutPackages };
        const one = runSuites({ ...surroundings, folder: staging.evidence }, faultRun, signal);
        running.add(one);
        return one;
      },
      cached: cache.of,
      onBaseline: progress.baseline,
      onResult: progress.result,
      signal: stop.signal,
    });
    progress.done(measurement.report);
    return { ...area, ...measurement, tests };
  } finally {
    // Their folders are inside the staging folder, so they have to end first.
    await Promise.allSettled(running);
  }
}

const isInRepository = (folder: string) => !path.relative(projectRoot, folder).startsWith('..');
