import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { configFile, type LaneName, noTarget, writeSession } from '@uat/config';
import { configurationError } from '@uat/core';
import { type PlannedTest, recordedEvents } from '@uat/record';
import { execa } from 'execa';
import { compileCache } from './compile-cache.ts';
import { playwrightEnvironment } from './playwright-environment.ts';
import { playwrightCli } from './playwright-cli.ts';
import { playwrightArgs, type Selection } from '../plan/playwright-args.ts';

export interface ListTestsOptions {
  /** Folder of `playwright.config.ts`. */
  root: string;
  /** Path of the config, if named, relative to the working directory. */
  config?: string | undefined;
  selection: Selection;
  lane?: LaneName;
  /** Names of the products whose tests are listed. */
  products?: readonly string[];
  /** Whether to list the tests of areas that the selected ones depend on, too. */
  withDependencies?: boolean;
  stop: AbortSignal;
}

/**
 * Lists the selected tests without running them.
 * @throws UatError (configuration) when the suites or the selection cannot be loaded.
 */
export async function listTests(options: ListTestsOptions): Promise<PlannedTest[]> {
  const { root, config, selection, lane = 'local', products = [], withDependencies = false, stop } = options;
  const folder = mkdtempSync(path.join(tmpdir(), 'uat-list-'));
  try {
    const args = [
      playwrightCli,
      'test',
      '--list',
      ...(withDependencies ? [] : ['--no-deps']),
      ...playwrightArgs(selection),
    ];
    const session = path.join(folder, 'session.json');
    writeSession(session, {
      ...{ runId: 'list', lane, config: configFile(config), startsPlatform: false, products: [] },
      productNames: [...products],
      ...{ target: noTarget({ name: 'none', grants: [] }), headed: false },
      run: { folder, staging: folder, quiet: true },
    });
    const listing = await execa(process.execPath, args, {
      cwd: root,
      extendEnv: false,
      env: { ...compileCache(), ...playwrightEnvironment(process.env), UAT_SESSION: session },
      stdin: 'ignore',
      cancelSignal: stop,
      forceKillAfterDelay: 1_000,
      all: true,
      reject: false,
    });
    if (stop.aborted) return [];
    const events = recordedEvents(folder);
    const errors = events.flatMap((event) => (event.event === 'diagnostic' ? [event.message] : []));
    if (errors.length > 0) throw configurationError(`The suites cannot be loaded:\n${errors.join('\n')}`);
    if (listing.exitCode !== 0) throw configurationError(`Playwright cannot list the tests:\n${listing.all}`);
    const plan = events.find((event) => event.event === 'planned');
    if (plan === undefined) throw configurationError(`Playwright did not list the tests:\n${listing.all}`);
    return plan.tests;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
