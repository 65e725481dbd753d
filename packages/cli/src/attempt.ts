import path from 'node:path';
import {
  configurationError,
  infrastructureError,
  loadConfig,
  parseGrants,
  projectRoot,
  resolveTarget,
  targetHint,
} from '@uat/config';
import { ensureBrowser, playwrightArgs, playwrightRun, probe, readEvents, type RunFacts } from '@uat/runner';
import { areaNames } from './area-names.ts';
import { openTarget } from './open-target.ts';
import type { RunOptions } from './options.ts';
import type { StopSignals } from './stop-signals.ts';
import { suiteCommit } from './suite-commit.ts';
import { targetVersions } from './target-versions.ts';

const say = (line: string) => void process.stderr.write(`  ${line}\n`);

/** A run that goes on: what is known of it (filled in as it becomes known), its folder, and when it has to end. */
export interface Run {
  facts: RunFacts;
  folder: string;
  stop: StopSignals;
}

/**
 * One run, from its options to the last event in its folder.
 * @throws UatError for what keeps it from starting, or from saying how it ended.
 */
export async function attempt({ facts, folder, stop }: Run, options: RunOptions): Promise<void> {
  const config = await loadConfig(options.config);
  facts.areas = areaNames(options.areas ?? [], config);
  const workers = options.workers === undefined ? undefined : positiveInteger('--workers', options.workers);
  const grants = (options.grant ?? []).flatMap(parseGrants);
  const target = resolveTarget(config, { target: options.target, grants }, process.env);
  facts.target.name = target.name;
  const hint = targetHint(target, process.env);
  if (hint !== undefined) say(hint);

  const needsBrowser = facts.areas.some((area) => config.areas[area]?.browser);
  const browser = needsBrowser
    ? await ensureBrowser({
        env: process.env,
        headed: options.headed === true || options.ui === true,
        say,
        signal: stop.signal,
      })
    : undefined;

  await using open = await openTarget(target, {
    logFile: path.join(folder, 'platform.log'),
    ca: options.ca,
    say,
    signal: stop.signal,
  });
  const { url, name } = open.session.target;
  facts.target.url = url;
  const [health, versions, commit] = await Promise.all([probe(url), targetVersions(url), suiteCommit()]);
  Object.assign(facts.target, versions);
  facts.suiteCommit = commit;
  if (health.state === 'down') {
    throw infrastructureError(`Target '${name}' cannot be reached or is no Kamiwaza: ${health.detail}.`);
  }
  say(`target   ${name} ${url}${versions.version === null ? '' : ` (Kamiwaza ${versions.version})`}`);
  if (browser !== undefined) say(`browser  ${browser.path} (${browser.source})`);

  const exitCode = await playwrightRun({
    root: projectRoot,
    runFolder: options.ui === true ? undefined : folder,
    session: open.session,
    lane: facts.lane,
    configFile: options.config,
    args: playwrightArgs({
      areas: facts.areas,
      grep: options.grep,
      tickets: options.ticket ?? [],
      workers,
      headed: options.headed === true,
      ui: options.ui === true,
      rest: options.rest ?? [],
    }),
    env: { ...process.env, ...open.env },
    environment: environment(name, url, versions.version, commit, facts.lane, browser?.path),
    stop: stop.signal,
  });

  const events = readEvents(folder);
  const said = events.some((event) => event.event === 'end' || event.event === 'error');
  if (!said && !stop.signal.aborted && options.ui !== true) {
    // Without a last word nothing may be green; what stands behind -- is the likeliest reason.
    const words = `Playwright ended (${exitCode === undefined ? 'killed' : `exit code ${exitCode}`}) without saying what came of the tests; its output is above.`;
    const extra = options.rest ?? [];
    throw extra.length > 0
      ? configurationError(`${words} It was given: ${extra.join(' ')}`)
      : infrastructureError(words);
  }
}

function positiveInteger(option: string, text: string): number {
  if (!/^[1-9]\d*$/.test(text))
    throw configurationError(`${option} takes a number from 1 up, not '${text}'.`);
  return Number(text);
}

function environment(
  target: string,
  url: string,
  version: string | null,
  commit: string | null,
  lane: string,
  browser: string | undefined,
): Record<string, string> {
  return {
    target,
    url,
    lane,
    ...(version === null ? {} : { 'kamiwaza version': version }),
    ...(commit === null ? {} : { 'suite commit': commit }),
    ...(browser === undefined ? {} : { browser }),
  };
}
