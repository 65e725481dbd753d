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
import { plannedTest } from './planned-test.ts';
import { recordedAttempt } from './recorded-attempt.ts';
import { specProblems } from './spec-problems.ts';

export interface RecorderOptions {
  ticketPattern: RegExp;
  /** The folder of the suites, with the ids that their tests had before. */
  suites: string;
  /** What the areas are called for people, by their names. */
  areaTitles: Record<string, string>;
  /** A run of `uat`; in a plain `playwright test` the specs are only checked. */
  run?: NonNullable<Session['run']> | undefined;
}

interface Preprocess {
  config: FullConfig;
  suite: Suite;
  testRun: TestRun;
}

/**
 * Playwright's reporter that writes down what is planned and what happens, as it happens, and does nothing else: the
 * session that started Playwright reads the record, shows how far it is, and asks the target how it is.
 */
export default class Recorder implements Reporter {
  readonly #options: RecorderOptions;
  readonly #planned = new Map<TestCase, PlannedTest>();
  #assigned: string | undefined;
  #tests = 0;
  #errors = 0;

  constructor(options: RecorderOptions) {
    this.#options = options;
    // The session holds the other end of this channel: when it dies, the run stops as if interrupted.
    if (process.channel) process.once('disconnect', () => process.kill(process.pid, 'SIGINT'));
    // Someone who read our output may have left; the run goes on to its verdict.
    process.stdout.on('error', () => undefined);
  }

  printsToStdio(): boolean {
    return this.#options.run !== undefined;
  }

  /** Playwright has loaded the specs and not yet started any: the moment to refuse what cannot be reported. */
  async preprocess({ config, suite, testRun }: Preprocess): Promise<void> {
    const { aliases } = readTestIds(this.#options.suites);
    const plan = { config, aliases, dependencies: dependencyProjects(config) };
    const tests = suite.allTests().map((test) => {
      const planned = plannedTest(test, plan);
      this.#planned.set(test, planned);
      return planned;
    });
    const { folder } = this.#options.run ?? {};
    const policy =
      folder === undefined ? undefined : recordedEvents(folder).find((one) => one.event === 'policy');
    const problems = [
      ...specProblems(tests, this.#options.ticketPattern),
      ...(policy === undefined ? [] : strayEntries(policy, tests)),
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
    // Known only now: which of several parts Playwright itself was told to run, and whether a dependency is needed.
    this.#recordPlan(tests.map(({ id }) => id));
  }

  onTestBegin(test: TestCase, { parallelIndex: worker }: TestResult): void {
    const planned = this.#planned.get(test);
    if (planned !== undefined) this.#record({ event: 'begun', id: planned.id, worker });
  }

  onTestEnd(test: TestCase, result: TestResult): void {
    const planned = this.#planned.get(test);
    if (planned === undefined) return;
    // Marked to fail or not, it broke its promise: the reports after this one are to say so, too.
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
    // Before there was a plan the specs are to blame, not the run.
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
    return only === undefined || dependency || only.includes(testOf(id));
  }

  /** An attempt with its number in the run, of which this may be the second `playwright test`. */
  #numbered(end: Attempt | EventOf<'ineligible'>): Attempt | EventOf<'ineligible'> {
    const again = this.#options.run?.again;
    if (again === undefined || end.event !== 'attempt') return end;
    return { ...end, index: end.index + (again[end.id] ?? 0), alone: true };
  }

  #recordPlan(assigned: string[]): void {
    // What is tried again was planned.
    if (this.#options.run?.again !== undefined) return;
    const members = JSON.stringify(assigned.toSorted());
    if (members === this.#assigned) return;
    this.#assigned = members;
    const tests = [...this.#planned.values()];
    const { areaTitles } = this.#options;
    this.#record({ event: 'planned', hash: planHash(tests), tests, areaTitles, assigned });
  }

  #record(event: RecordEvent): void {
    if (this.#options.run !== undefined) recordEvent(this.#options.run.folder, event);
  }
}

/** Specs are loaded while the target is started; the session says when it is there. Without a session nobody waits. */
async function mayBegin(): Promise<void> {
  if (process.channel) await new Promise((resolve) => process.once('message', resolve));
}

/** Playwright's word that it has seen as many failures as it was told to wait for; it comes as an error, and is none. */
const enoughFailures = /^Testing stopped early after (?<count>\d+) maximum allowed failures\.$/;

/** The projects that run only because a project that was asked for depends on them. */
function dependencyProjects(config: FullConfig): Set<string> {
  const asked = new Set((config.filteredProjects ?? config.projects).map(({ name }) => name));
  return new Set(config.projects.map(({ name }) => name).filter((name) => !asked.has(name)));
}

/** The same for two runs that have the same tests before them. */
function planHash(tests: readonly PlannedTest[]): string {
  const ids = tests.map(({ id }) => id).toSorted();
  return createHash('sha256').update(JSON.stringify(ids)).digest('hex').slice(0, 16);
}
