import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PlaywrightTestConfig, ReporterDescription } from '@playwright/test';
import {
  configFile,
  embeddedTarget,
  localPlatform,
  pendingEmbeddedTarget,
  platformReadyLine,
  proxyRoute,
  resolveTarget,
  type Session,
  sessionIn,
  type Target,
  type UatConfig,
  writeSession,
} from '@uat/config';
import { projectRoot } from '@uat/core';
import type { RecorderOptions } from '../recorder/recorder.ts';
import { runId } from '../session/run-folder.ts';
import type { AllureOptions } from './allure-reporter.ts';
import { areaProjects } from './area-projects.ts';
import { findBrowser } from '../browser/find-browser.ts';

const here = (file: string) => fileURLToPath(new URL(file, import.meta.url));

/** Options that a project passes to its workers. */
interface WorkerOptions {
  /** Name of the product that the tests are about. */
  productName: string | undefined;
  /** Time limit of an assertion that waits for the page, in milliseconds. */
  expectTimeout: number;
}

/**
 * Playwright's configuration, made from `uat.config.ts`: a project per area. In a run of `uat`, the session names the
 * target; otherwise, in UI mode or from an editor, Playwright starts the embedded platform itself, unless `UAT_TARGET`
 * names another target.
 */
export function playwrightConfig(
  config: UatConfig,
  env: NodeJS.ProcessEnv = process.env,
): PlaywrightTestConfig<object, WorkerOptions> {
  const session = sessionIn(env) ?? plainSession(config, env);
  const { run, target } = session;
  const products = session.productNames?.map((name) => ({ name })) ?? session.products;
  const lane = config.lanes[session.lane];
  const expectTimeout = (target.budgets.expect ?? lane.expectTimeout) * 1000;
  // Playwright empties its output folder at the start.
  const attachments = run?.again === undefined ? 'attachments' : 'attachments/alone';
  const suites = suitesOf(config);
  return {
    testDir: suites,
    outputDir:
      run === undefined ? path.join(config.root, 'test-results') : path.join(run.staging, attachments),
    fullyParallel: true,
    forbidOnly: Boolean(env['CI']) || session.lane !== 'local',
    workers: lane.workers,
    maxFailures: lane.maxFailures,
    retries: lane.retries,
    // After all other tests, one at a time: a retry tells what the test does when nothing else happens beside it.
    retryStrategy: 'isolated',
    timeout: (target.budgets.test ?? lane.testTimeout) * 1000,
    expect: { timeout: expectTimeout },
    reporter: reporters(config, session),
    use: {
      expectTimeout,
      // Without a limit, a click on a missing element would only end with the test's time-out, which does not say why.
      actionTimeout: 2 * expectTimeout,
      screenshot: 'only-on-failure',
      // The film strip costs a third of a browser test's time; snapshots show the same, and a failure has its
      // screenshot.
      trace: { mode: 'retain-on-failure', screenshots: false, snapshots: true, sources: true },
      launchOptions: launchOptions(session, env),
      // An explicit proxy replaces the browser's own reading of the environment.
      ...(target.browserProxy === undefined ? {} : { proxy: target.browserProxy }),
    },
    projects: Object.entries(config.areas).flatMap(([name, { target: asksTarget, after, testTimeout }]) =>
      areaProjects(name, asksTarget, products).map((project) => ({
        ...project,
        testDir: path.join(suites, name),
        testMatch: '**/*.spec.ts',
        dependencies: after,
        ...(testTimeout === undefined ? {} : { timeout: testTimeout * 1000 }),
      })),
    ),
    ...(session.startsPlatform ? { webServer: embeddedPlatform } : {}),
  };
}

const embeddedPlatform = {
  name: 'platform',
  command: 'node packages/platform/src/main.ts --json',
  cwd: projectRoot,
  wait: { stdout: platformReadyLine },
  gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
} as const;

/** Playwright's arguments with which a person may want to see the browser; the last is an editor's. */
const mayShowWindows = new Set(['--headed', '--ui', '--debug', 'test-server']);

/** The session of a Playwright started without `uat`, in a file for its workers that is removed with this process. */
function plainSession(config: UatConfig, env: NodeJS.ProcessEnv): Session {
  const target = resolveTarget(config, {}, env);
  const session: Session = {
    ...{ runId: runId(new Date()), lane: 'local', config: configFile(undefined, env) },
    ...{ target: plainTarget(target, env), startsPlatform: target.kind === 'embedded', products: [] },
    headed: process.argv.some((word) => mayShowWindows.has(word)),
  };
  const folder = mkdtempSync(path.join(tmpdir(), 'uat-plain-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  env['UAT_SESSION'] = path.join(folder, 'session.json');
  writeSession(env['UAT_SESSION'], session);
  return session;
}

function plainTarget(target: Target, env: NodeJS.ProcessEnv): Session['target'] {
  if (target.kind === 'embedded') return pendingEmbeddedTarget;
  if (target.kind === 'local') return { ...embeddedTarget(localPlatform()), name: target.name };
  // The workers inherit the proxy settings through the environment.
  const { env: variables, ...proxies } = proxyRoute(target.url, env);
  Object.assign(env, variables);
  return { ...target, ...proxies };
}

const suitesOf = ({ root, suites }: UatConfig) => path.resolve(root, suites);

function reporters(config: UatConfig, { run }: Session): ReporterDescription[] {
  const recording: RecorderOptions = {
    ticketPattern: config.tickets.pattern,
    suites: suitesOf(config),
    areaTitles: Object.fromEntries(Object.entries(config.areas).map(([area, { title }]) => [area, title])),
    run,
  };
  const recorder: ReporterDescription = [here('../recorder/recorder.ts'), recording];
  if (run === undefined) return [['list'], recorder];
  if (run.quiet) return [recorder];
  const allure: AllureOptions = {
    resultsDir: path.join(run.staging, 'allure-results'),
    links: { issue: { urlTemplate: config.tickets.url, nameTemplate: '%s' } },
  };
  return [recorder, [here('./allure-reporter.ts'), allure]];
}

/** Launch options: Playwright finds its own browser by itself, and a smaller one when it runs headless. */
function launchOptions(
  { headed, trustedKey }: Session,
  env: NodeJS.ProcessEnv,
): { executablePath?: string; args?: string[] } {
  const browser = findBrowser(env, { headed });
  return {
    ...(browser === undefined || browser.source === 'playwright' ? {} : { executablePath: browser.path }),
    ...(trustedKey === undefined ? {} : { args: [`--ignore-certificate-errors-spki-list=${trustedKey}`] }),
  };
}
