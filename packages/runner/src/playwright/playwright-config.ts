import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PlaywrightTestConfig, ReporterDescription } from '@playwright/test';
import {
  embeddedTarget,
  laneNames,
  localPlatform,
  platformReadyLine,
  projectRoot,
  type Proxy,
  proxyRoute,
  resolveTarget,
  sessionFrom,
  type Session,
  type Target,
  type UatConfig,
} from '@uat/config';
import { areaProjects } from './area-projects.ts';
import type { UatAllureReporterOptions } from './allure-reporter.ts';
import { findBrowser } from '../browser/find-browser.ts';
import type { UatReporterOptions } from '../recorder/reporter.ts';
import { runId } from '../session/run-folder.ts';
import { soughtFailureSchema } from './sought-failure.ts';

const here = (file: string) => fileURLToPath(new URL(file, import.meta.url));

/** What a project tells its workers. */
interface WorkerOptions {
  /** The product that their tests are about. */
  productName: string | undefined;
}

/**
 * Playwright's configuration out of `uat.config.ts`: a project per area. Under `uat` (which sets `UAT_SESSION` and
 * `UAT_RUN_FOLDER`) the target is already there; run plainly, in UI mode or from an editor, Playwright starts the
 * embedded platform itself, unless `UAT_TARGET` names another target.
 */
export function playwrightConfig(
  config: UatConfig,
  env: NodeJS.ProcessEnv = process.env,
): PlaywrightTestConfig<object, WorkerOptions> {
  const lane = config.lanes[laneNames.find((name) => name === env['UAT_LANE']) ?? 'local'];
  const runFolder = env['UAT_RUN_FOLDER'] || undefined;
  const staging = env['UAT_STAGING'] || undefined;
  const plain = env['UAT_SESSION'] ? undefined : plainTarget(config, env);
  const session = env['UAT_SESSION'] ? sessionFrom(env) : undefined;
  const budgets: Session['target']['budgets'] = session?.target.budgets ?? {};
  const expectTimeout = (budgets.expect ?? lane.expectTimeout) * 1000;
  const suites = path.resolve(config.root, config.suites);
  return {
    testDir: suites,
    outputDir:
      staging === undefined ? path.join(config.root, 'test-results') : path.join(staging, 'attachments'),
    fullyParallel: true,
    forbidOnly: Boolean(env['CI']) || (env['UAT_LANE'] ?? 'local') !== 'local',
    workers: lane.workers,
    maxFailures: lane.maxFailures,
    timeout: (budgets.test ?? lane.testTimeout) * 1000,
    expect: { timeout: expectTimeout },
    reporter: runFolder && staging ? runReporters(config, runFolder, staging, env) : plainReporters(config),
    use: {
      // A click waits for what it clicks; without a limit only the test's own would end that, and say nothing of why.
      actionTimeout: 2 * expectTimeout,
      screenshot: 'only-on-failure',
      // The film strip costs a third of a browser test's time; the snapshots show the same, and a failure has its picture.
      trace: { mode: 'retain-on-failure', screenshots: false, snapshots: true, sources: true },
      launchOptions: launchOptions(env),
      ...proxyOption(session),
    },
    projects: Object.entries(config.areas).flatMap(([name, { target, after, testTimeout }]) =>
      areaProjects(name, target, session?.products ?? []).map((project) => ({
        ...project,
        testDir: path.join(suites, name),
        testMatch: '**/*.spec.ts',
        dependencies: after,
        ...(testTimeout === undefined ? {} : { timeout: testTimeout * 1000 }),
      })),
    ),
    ...(plain?.kind === 'embedded' ? { webServer: embeddedPlatform } : {}),
  };
}

const embeddedPlatform = {
  name: 'platform',
  command: 'node packages/platform/src/main.ts --json',
  cwd: projectRoot,
  wait: { stdout: platformReadyLine },
  gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
} as const;

/** Run plainly: the target, left in the environment for the workers unless Playwright has yet to start it. */
function plainTarget(config: UatConfig, env: NodeJS.ProcessEnv): Target {
  env['UAT_RUN_ID'] ??= runId(new Date());
  const target = resolveTarget(config, {}, env);
  if (target.kind === 'embedded') return target;
  const session: Session['target'] =
    target.kind === 'local'
      ? { ...embeddedTarget(localPlatform()), name: target.name }
      : attachedSession(target, env);
  env['UAT_SESSION'] = JSON.stringify({ runId: env['UAT_RUN_ID'], target: session });
  return target;
}

/** The workers inherit the environment, and with it the way to the target. */
function attachedSession(target: Target & { kind: 'attached' }, env: NodeJS.ProcessEnv): Session['target'] {
  const { env: variables, ...proxies } = proxyRoute(target.url, env);
  Object.assign(env, variables);
  return { ...target, ...proxies };
}

function plainReporters(config: UatConfig): ReporterDescription[] {
  const options: UatReporterOptions = { ticketPattern: config.tickets.pattern };
  return [['list'], [here('../recorder/reporter.ts'), options]];
}

function runReporters(
  config: UatConfig,
  runFolder: string,
  staging: string,
  env: NodeJS.ProcessEnv,
): ReporterDescription[] {
  const target = env['UAT_SESSION'] ? sessionFrom(env).target : undefined;
  const asked = target?.kind === 'none' ? undefined : target;
  const options: UatReporterOptions = {
    ticketPattern: config.tickets.pattern,
    run: {
      folder: runFolder,
      staging,
      targetUrl: asked?.url,
      only: env['UAT_ONLY'] ? (JSON.parse(env['UAT_ONLY']) as string[]) : undefined,
      sought: env['UAT_SOUGHT'] ? soughtFailureSchema.parse(JSON.parse(env['UAT_SOUGHT'])) : undefined,
    },
  };
  if (env['UAT_QUIET']) return [[here('../recorder/reporter.ts'), options]];
  const allure: UatAllureReporterOptions = {
    target: target?.name ?? '',
    resultsDir: path.join(staging, 'allure-results'),
    links: { issue: { urlTemplate: config.tickets.url, nameTemplate: '%s' } },
    environmentInfo: JSON.parse(env['UAT_ENVIRONMENT'] ?? '{}') as Record<string, string>,
    areas: config.areas,
  };
  return [
    [here('../recorder/reporter.ts'), options],
    [here('./allure-reporter.ts'), allure],
    ['junit', { outputFile: path.join(staging, 'junit.xml') }],
  ];
}

/** A browser does not look at the environment when it is told. */
function proxyOption(session: Session | undefined): { proxy?: Proxy } {
  const { browserProxy } = session?.target ?? {};
  return browserProxy === undefined ? {} : { proxy: browserProxy };
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
