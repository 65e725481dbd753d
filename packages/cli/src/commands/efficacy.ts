import path from 'node:path';
import { loadConfig } from '@uat/config';
import { projectRoot } from '@uat/core';
import { type SelectedArea, selectAreas, runSuites, plannedRuns, isSuccessful, runCache, measureArea, type MeasuringMode, sourceFiles, sourcesOfRun } from '@uat/efficacy';
import { ensureBrowser, listTests, stagingFolder, runsRoot } from '@uat/runner';
import { chosenFaults, type FaultSelection } from '../options/chosen-faults.ts';
import { efficacyProgress } from '../terminal/efficacy-progress.ts';
import { type MeasuredArea, writeEfficacy } from './write-efficacy.ts';
import { signalExitCode, type StopSignals } from '../terminal/stop-signals.ts';

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
const concurrency = 2;

/**
 * `uat efficacy [AREA…]`: breaks the platform on purpose, one fault at a time, and tells which tests notice. Gives
 * 0 when all were caught and nothing else was red, else 1.
 * @throws UatError for what keeps it from measuring.
 */
export async function efficacy(options: EfficacyOptions, stop: StopSignals): Promise<number> {
  const choose = chosenFaults(options);
  const config = await loadConfig(options.config);
  const { areas: asked = [], fault } = options;
  const chosen = await selectAreas({ asked, faults: fault, config });
  const output = options.json === '-' ? process.stderr : process.stdout;
  const say = (line: string) => void output.write(`  ${line}\n`);
  try {
    if (chosen.some(({ needed }) => needed.some((name) => config.areas[name]?.browser)))
      await ensureBrowser({ env: process.env, headed: false, say, signal: stop.signal });
    const root = path.join(runsRoot(options), '.uat');
    const measured: MeasuredArea[] = [];
    for (const area of chosen) {
      const { chosen: defects, said } = choose(area.defects);
      for (const line of said) say(line);
      const aboutPackages = config.areas[area.name]?.target === false;
      measured.push(await measure({ ...area, defects }, { ...options, aboutPackages, root }, output, stop));
    }
    const files = writeEfficacy(measured, { file: options.json, root, single: asked.length === 1 });
    for (const file of files) say(path.relative(process.cwd(), file));
    return measured.every(isSuccessful) ? 0 : 1;
  } catch (error) {
    if (!stop.signal.aborted) throw error;
    say('stopped; the same with --resume goes on from here');
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
  // Suites that lie elsewhere may change without our noticing.
  const files = isOurs(options.root) ? await sourceFiles(staging.packages) : undefined;
  const kept = runCache(path.join(options.root, 'efficacy', area.name, 'runs.ndjson'), {
    sourcesOf: ({ defect }) => files && sourcesOfRun(files, { areas: area.needed, defect }),
    resume: options.resume === true,
  });
  const { fast = false, stopWhenCaught = fast } = options;
  const mode: MeasuringMode = { fast, stopWhenCaught };
  const { defects } = area;
  const known = kept.countOf(plannedRuns({ defects, tests }, mode, concurrency));
  const progress = efficacyProgress({ ...area, ...mode, tests, kept: known, output });
  const running = new Set<Promise<unknown>>();
  try {
    const measurement = await measureArea({
      ...mode,
      area: area.name,
      defects,
      tests,
      concurrency,
      run(faultRun, signal) {
        const { config, aboutPackages } = options;
        const surroundings = { areas: area.needed, planned: tests, config, aboutPackages };
        const one = runSuites({ ...surroundings, folder: staging.evidence }, faultRun, signal);
        running.add(one);
        return one;
      },
      kept: kept.of,
      onBaseline: progress.clean,
      onResult: progress.result,
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
