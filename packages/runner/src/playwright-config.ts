import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PlaywrightTestConfig, ReporterDescription } from '@playwright/test';
import {
  laneNames,
  platformReadyLine,
  projectRoot,
  resolveTarget,
  sessionFrom,
  type UatConfig,
} from '@uat/config';
import type { UatAllureReporterOptions } from './allure-reporter.ts';
import { findBrowser } from './find-browser.ts';
import type { UatReporterOptions } from './reporter.ts';

const here = (file: string) => fileURLToPath(new URL(file, import.meta.url));

/**
 * Playwright's configuration out of `uat.config.ts`: a project per area. Under `uat` (which sets `UAT_SESSION` and
 * `UAT_RUN_FOLDER`) the target is already there; run plainly, in UI mode or from an editor, Playwright starts the
 * embedded platform itself, unless `UAT_TARGET` names another target.
 */
export function playwrightConfig(
  config: UatConfig,
  env: NodeJS.ProcessEnv = process.env,
): PlaywrightTestConfig {
  const lane = config.lanes[laneNames.find((name) => name === env['UAT_LANE']) ?? 'local'];
  const runFolder = env['UAT_RUN_FOLDER'] || undefined;
  const suites = path.resolve(config.root, config.suites);
  return {
    testDir: suites,
    outputDir:
      runFolder === undefined ? path.join(config.root, 'test-results') : path.join(runFolder, 'attachments'),
    fullyParallel: true,
    forbidOnly: Boolean(env['CI']),
    workers: lane.workers,
    timeout: lane.testTimeout * 1000,
    expect: { timeout: lane.expectTimeout * 1000 },
    reporter: reporters(config, runFolder, env),
    use: {
      screenshot: 'only-on-failure',
      // The film strip costs a third of a browser test's time; the snapshots show the same, and a failure has its picture.
      trace: { mode: 'retain-on-failure', screenshots: false, snapshots: true, sources: true },
      launchOptions: launchOptions(env),
    },
    projects: Object.entries(config.areas).map(([name, area]) => ({
      name,
      testDir: path.join(suites, name),
      testMatch: '**/*.spec.ts',
      dependencies: area.after,
    })),
    ...(env['UAT_SESSION'] || !startsPlatform(config, env) ? {} : { webServer: embeddedPlatform }),
  };
}

const embeddedPlatform = {
  name: 'platform',
  command: 'node packages/platform/src/main.ts --json',
  cwd: projectRoot,
  wait: { stdout: platformReadyLine },
  gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
} as const;

/** Run plainly: leaves the session of an attached target in the environment, or says that there is none yet. */
function startsPlatform(config: UatConfig, env: NodeJS.ProcessEnv): boolean {
  const target = resolveTarget(config, {}, env);
  if (target.kind === 'embedded') return true;
  env['UAT_SESSION'] = JSON.stringify({ target });
  return false;
}

function reporters(
  config: UatConfig,
  runFolder: string | undefined,
  env: NodeJS.ProcessEnv,
): ReporterDescription[] {
  const target = env['UAT_SESSION'] ? sessionFrom(env).target : undefined;
  const options: UatReporterOptions = {
    ticketPattern: config.tickets.pattern,
    runFolder,
    targetUrl: target?.url,
  };
  if (runFolder === undefined) return [['list'], [here('./reporter.ts'), options]];
  return [
    [here('./reporter.ts'), options],
    [here('./allure-reporter.ts'), allureOptions(config, runFolder, target?.name ?? '', env)],
    ['junit', { outputFile: path.join(runFolder, 'junit.xml') }],
  ];
}

function allureOptions(
  config: UatConfig,
  runFolder: string,
  target: string,
  env: NodeJS.ProcessEnv,
): UatAllureReporterOptions {
  return {
    target,
    resultsDir: path.join(runFolder, 'allure-results'),
    links: { issue: { urlTemplate: config.tickets.url, nameTemplate: '%s' } },
    environmentInfo: JSON.parse(env['UAT_ENVIRONMENT'] ?? '{}') as Record<string, string>,
    areas: config.areas,
  };
}

/** Ways to start Playwright in which somebody may want to see the browser; the last is an editor's. */
const mayShowWindows = new Set(['--headed', '--ui', '--debug', 'test-server']);

/** Playwright picks its own browser by itself (and a smaller one when it runs headless). */
function launchOptions(env: NodeJS.ProcessEnv): { executablePath?: string; args?: string[] } {
  // Workers read this file again, and know nothing of the command line.
  if (process.argv.some((word) => mayShowWindows.has(word))) env['UAT_HEADED'] = '1';
  const browser = findBrowser(env, { headed: env['UAT_HEADED'] === '1' });
  const trusted = env['UAT_TRUSTED_KEY'];
  return {
    ...(browser === undefined || browser.source === 'playwright' ? {} : { executablePath: browser.path }),
    ...(trusted ? { args: [`--ignore-certificate-errors-spki-list=${trusted}`] } : {}),
  };
}
