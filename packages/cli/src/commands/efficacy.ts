import path from 'node:path';
import { loadConfig, projectRoot } from '@uat/config';
import { experimentsOf, isWhole, measureArea } from '@uat/efficacy';
import { ensureBrowser, listTests } from '@uat/runner';
import { type ChosenArea, chosenAreas } from '../chosen-areas.ts';
import { efficacyProgress } from '../efficacy-progress.ts';
import { type MeasuredArea, writeEfficacy } from '../write-efficacy.ts';
import { experimentOn } from '../experiment-on.ts';
import { keptObservations } from '../kept-observations.ts';
import { privateFolder } from '../private-folder.ts';
import { runsRoot } from '../runs-root.ts';
import { sourceFiles, sourcesOfRun } from '../sources.ts';
import type { StopSignals } from '../stop-signals.ts';

export interface EfficacyOptions {
  areas?: string[];
  regression?: string[];
  fast?: boolean;
  resume?: boolean;
  json?: string;
  config?: string;
}

/** Two runs of one worker each: what two cores do in the shortest time. */
const lanes = 2;

/**
 * `uat efficacy [AREA…]`: breaks the platform on purpose, one past defect at a time, and tells which tests notice. Gives
 * 0 when all were caught and nothing else was red, else 1.
 * @throws UatError for what keeps it from measuring.
 */
export async function efficacy(options: EfficacyOptions, stop: StopSignals): Promise<number> {
  const config = await loadConfig(options.config);
  const { areas: asked = [], regression } = options;
  const chosen = await chosenAreas({ asked, regression, config });
  const output = options.json === '-' ? process.stderr : process.stdout;
  const say = (line: string) => void output.write(`  ${line}\n`);
  try {
    if (chosen.some(({ needed }) => needed.some((name) => config.areas[name]?.browser)))
      await ensureBrowser({ env: process.env, headed: false, say, signal: stop.signal });
    const root = path.join(runsRoot(options), '.uat');
    const measured: MeasuredArea[] = [];
    for (const area of chosen) {
      const aboutPackages = config.areas[area.name]?.target === false;
      measured.push(await measure(area, { ...options, aboutPackages, root }, output, stop));
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
  const running = new Set<Promise<unknown>>();
  // Suites that lie elsewhere may change without our noticing.
  const files = isOurs(options.root) ? await sourceFiles(hidden.packages) : undefined;
  const kept = keptObservations(path.join(options.root, 'efficacy', area.name, 'observations.ndjson'), {
    sourcesOf: ({ defect }) => files && sourcesOfRun(files, { areas: area.needed, defect }),
    resume: options.resume === true,
  });
  const wanted = { defects: area.defects, tests, fast: options.fast === true };
  const progress = efficacyProgress({ ...area, tests, kept: kept.countOf(experimentsOf(wanted)), output });
  try {
    const measurement = await measureArea({
      area: area.name,
      ...wanted,
      lanes,
      experiment: kept.through((experiment, signal) => {
        const { config, aboutPackages } = options;
        const chosen = { areas: area.needed, config, aboutPackages, folder: hidden.evidence };
        const one = experimentOn(chosen, experiment, signal);
        running.add(one);
        return one;
      }),
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
