import { createHash } from 'node:crypto';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type {
  FullConfig,
  FullResult,
  Reporter,
  Suite,
  TestCase,
  TestError,
  TestResult,
  TestRun,
} from '@playwright/test/reporter';
import type { WorkerInfo } from '@playwright/test';
import { registeredSecrets, type Session } from '@uat/config';
import {
  type Attempt,
  type EventOf,
  type PlannedTest,
  readTestIds,
  type RecordEvent,
  recordedEvents,
  recordEvent,
  strayEntries,
  testOf,
} from '@uat/record';
import { redact } from '@uat/core';
import type { ProjectMetadata } from '../playwright/area-projects.ts';
import { readPlan } from '../plan/pinned/plan-file.ts';
import { type PlannedPart, partProblems, plannedPart } from './planned-part.ts';
import { plannedTest } from './planned-test.ts';
import { recordedAttempt } from './recorded-attempt.ts';
import { specProblems } from './spec-problems.ts';

export interface RecorderOptions {
  ticketPattern: RegExp;
  /** Folder of the suites, with the file of former ids. */
  suites: string;
  /** Titles of the areas, by name. */
  areaTitles: Record<string, string>;
  /** Files of a run of `uat`; absent in a plain `playwright test`, where specs are only checked. */
  run?: NonNullable<Session['run']> | undefined;
}

interface Preprocess {
  config: FullConfig;
  suite: Suite;
  testRun: TestRun;
}

/**
 * The Playwright reporter that records plan and events as they happen, and does nothing else: the session that started
 * Playwright reads the record, shows progress, and probes the target.
 */
export default class Recorder implements Reporter {
  readonly #options: RecorderOptions;
  readonly #planned = new Map<TestCase, PlannedTest>();
  #assigned: string | undefined;
  /** The part of a pinned plan that is run, instead of all selected tests. */
  #part: PlannedPart | undefined;
  #tests = 0;
  #errors = 0;

  constructor(options: RecorderOptions) {
    this.#options = options;
    // The session holds the other end of this channel: when the session dies, the run stops as if interrupted.
    if (process.channel) process.once('disconnect', () => process.kill(process.pid, 'SIGINT'));
    // The reader of our output may be gone; the run continues to its verdict.
    process.stdout.on('error', () => undefined);
  }

  printsToStdio(): boolean {
    return this.#options.run !== undefined;
  }

  /** Checks the loaded specs before any starts, and refuses those that cannot be reported. */
  async preprocess({ config, suite, testRun }: Preprocess): Promise<void> {
    const { aliases } = readTestIds(this.#options.suites);
    const plan = { config, aliases, dependencies: dependencyProjects(config), testRun };
    const tests = suite.allTests().map((test) => {
      const planned = plannedTest(test, plan);
      this.#planned.set(test, planned);
      return planned;
    });
    const { folder, shard } = this.#options.run ?? {};
    this.#part = shard === undefined ? undefined : plannedPart(readPlan(shard.plan), shard.index);
    const policy =
      folder === undefined ? undefined : recordedEvents(folder).find((one) => one.event === 'policy');
    const problems = [
      ...specProblems(tests, this.#options.ticketPattern),
      ...(policy === undefined ? [] : strayEntries(policy, tests)),
      ...(this.#part === undefined ? [] : partProblems(this.#part, tests)),
    ];
    if (problems.length > 0) throw new Error(problems.join('\n'));

    const excluded = [...this.#planned].filter(([, test]) => !this.#isWanted(test));
    for (const [test] of excluded) testRun.exclude(test);
    const out = new Set(excluded.map(([, { id }]) => id));
    this.#recordPlan(tests.map(({ id }) => id).filter((id) => !out.has(id)));
    await mayBegin();
  }

  onBegin(_config: FullConfig, suite: Suite): void {
    const tests = suite.allTests().flatMap((test) => this.#planned.get(test) ?? []);
    this.#tests = tests.length;
    // Known only now: Playwright's own shard, and whether a dependency is needed.
    this.#recordPlan(tests.map(({ id }) => id));
  }

  onTestBegin(test: TestCase, { parallelIndex: worker }: TestResult): void {
    const planned = this.#planned.get(test);
    if (planned !== undefined) this.#record({ event: 'begun', id: planned.id, worker });
  }

  onTestEnd(test: TestCase, result: TestResult): void {
    const planned = this.#planned.get(test);
    if (planned === undefined) return;
    // Even if marked to fail, the test broke its promise; later reporters should say so, too.
    if (result.status === 'failed') test.expectedStatus = 'passed';
    for (const { type, description: role } of result.annotations) {
      if (type === 'uat.accepted-role' && role !== undefined) this.#record({ event: 'role', role });
    }
    const end = recordedAttempt(planned.id, test, result, this.#options.run?.staging ?? process.cwd());
    this.#record(this.#numbered(end));
  }

  onError(error: TestError, worker?: WorkerInfo): void {
    const said = stripVTControlCharacters(error.message ?? error.value ?? 'unknown error').replace(
      /^Error: /,
      '',
    );
    const most = enoughFailures.exec(said)?.groups?.['count'];
    if (most !== undefined) {
      const failures = most === '1' ? '1 failure' : `${most} failures`;
      const reason = `the run ended after ${failures} (--max-failures)`;
      return this.#record({ event: 'stopped', by: 'failures', reason });
    }
    const { location } = error;
    const where =
      location === undefined ? '' : ` (${path.relative(process.cwd(), location.file)}:${location.line})`;
    const message = redact(`${said}${where}`, registeredSecrets());
    const id = `error ${(this.#errors += 1)}`;
    // Before there is a plan, an error is in the specs, not in the run.
    const kind = this.#tests === 0 ? 'configuration' : 'error';
    const { area } = (worker?.project.metadata ?? {}) as Partial<ProjectMetadata>;
    this.#record({ event: 'diagnostic', id, kind, message, ...(area === undefined ? {} : { area }) });
  }

  onEnd(result: FullResult): void {
    this.#record({ event: 'executed', status: result.status });
  }

  #isWanted({ id, dependency }: PlannedTest): boolean {
    const { only, again } = this.#options.run ?? {};
    if (again !== undefined) return id in again;
    if (this.#part !== undefined) return this.#part.assigned.includes(id);
    return only === undefined || dependency || only.includes(testOf(id));
  }

  /** An attempt with its index in the run, of which this may be the second `playwright test`. */
  #numbered(end: Attempt | EventOf<'ineligible'>): Attempt | EventOf<'ineligible'> {
    const again = this.#options.run?.again;
    if (again === undefined || end.event !== 'attempt') return end;
    return { ...end, index: end.index + (again[end.id] ?? 0), alone: true };
  }

  #recordPlan(assigned: string[]): void {
    // Retried tests are planned already.
    if (this.#options.run?.again !== undefined) return;
    const members = JSON.stringify(assigned.toSorted());
    if (members === this.#assigned) return;
    this.#assigned = members;
    const { areaTitles } = this.#options;
    if (this.#part !== undefined) {
      this.#record({ ...this.#part, areaTitles });
      return;
    }
    const tests = [...this.#planned.values()];
    this.#record({ event: 'planned', hash: planHash(tests), tests, areaTitles, assigned });
  }

  #record(event: RecordEvent): void {
    if (this.#options.run !== undefined) recordEvent(this.#options.run.folder, event);
  }
}

/**
 * Waits for the session to report that the target is ready; specs load meanwhile. Without a session, returns at once.
 */
async function mayBegin(): Promise<void> {
  if (process.channel) await new Promise((resolve) => process.once('message', resolve));
}

/** Playwright's message that the maximum number of failures is reached; it comes as an error, and is not one. */
const enoughFailures = /^Testing stopped early after (?<count>\d+) maximum allowed failures\.$/;

/** The projects that run only because a requested project depends on them. */
function dependencyProjects(config: FullConfig): Set<string> {
  const requested = new Set((config.filteredProjects ?? config.projects).map(({ name }) => name));
  return new Set(config.projects.map(({ name }) => name).filter((name) => !requested.has(name)));
}

/** A hash of the plan, the same for runs that plan the same tests. */
function planHash(tests: readonly PlannedTest[]): string {
  const ids = tests.map(({ id }) => id).toSorted();
  return createHash('sha256').update(JSON.stringify(ids)).digest('hex').slice(0, 16);
}
