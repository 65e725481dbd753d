import { createHash } from 'node:crypto';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type {
  FullConfig,
  FullProject,
  FullResult,
  Reporter,
  Suite,
  TestCase,
  TestError,
  TestResult,
  TestRun,
} from '@playwright/test/reporter';
import type { WorkerInfo } from '@playwright/test';
import { registeredSecrets } from '@uat/config';
import { type Attempt, failureClassOf, type PlannedTest, type RecordEvent, recordEvent } from '@uat/record';
import { redact } from '@uat/report';
import type { ProjectMetadata } from '../playwright/area-projects.ts';
import { plannedTest } from './planned-test.ts';
import { type Probe, probe } from '../target/probe.ts';
import { progress, type Progress } from '@uat/report';
import { recordedAttempt } from './recorded-attempt.ts';
import { isSought, type SoughtFailure } from '../playwright/sought-failure.ts';
import { specProblems } from './spec-problems.ts';
import { testOf } from './test-of.ts';

export interface UatReporterOptions {
  ticketPattern: RegExp;
  /** A run of `uat`; in a plain `playwright test` the specs are only checked. */
  run?: {
    /** Where events go. */
    folder: string;
    /** Where the other reporters write. */
    staging: string;
    /** The target, asked after each failure whether it is still there. */
    targetUrl: string | undefined;
    /** Ids of the tests to run, with all their repetitions, when only some of the selected ones are wanted. */
    only: string[] | undefined;
    /** The failure for which the run is made, if it is made for one: it ends when that has been seen. */
    sought: SoughtFailure | undefined;
  };
}

interface Preprocess {
  config: FullConfig;
  suite: Suite;
  testRun: TestRun;
}

/**
 * Writes down what was planned and what happened, as it happens, and asks the target how it is after each failure. It
 * judges nothing: `judge` does, from these events.
 */
export default class UatReporter implements Reporter {
  readonly #options: UatReporterOptions;
  readonly #probes: Promise<void>[] = [];
  readonly #planned = new Map<TestCase, PlannedTest>();
  #progress: Progress | undefined;
  #stopping = false;
  #tests = 0;
  #errors = 0;

  constructor(options: UatReporterOptions) {
    this.#options = options;
    // `uat` holds the other end of this channel: when it dies, the run stops as if interrupted.
    if (options.run !== undefined && process.channel) {
      process.once('disconnect', () => process.kill(process.pid, 'SIGINT'));
    }
    // Whoever read our output may have left; the run goes on to its verdict.
    process.stdout.on('error', () => undefined);
    process.once('SIGINT', () => {
      this.#stopping = true;
    });
  }

  printsToStdio(): boolean {
    return this.#options.run !== undefined;
  }

  /** Playwright has loaded the specs and not yet started any: the moment to refuse what cannot be reported. */
  async preprocess({ config, suite, testRun }: Preprocess): Promise<void> {
    const dependencies = dependencyProjects(config);
    const tests = suite.allTests().map((test) => {
      const planned = plannedTest(test, dependencies.has(test.parent.project()?.name ?? ''), config);
      this.#planned.set(test, planned);
      return planned;
    });
    const problems = specProblems(tests, this.#options.ticketPattern);
    if (problems.length > 0) throw new Error(problems.join('\n'));

    const only = this.#options.run?.only;
    if (only === undefined) return;
    for (const [test, { id, dependency }] of this.#planned) {
      if (!dependency && !only.includes(testOf(id))) testRun.exclude(test);
    }
  }

  onBegin(_config: FullConfig, suite: Suite): void {
    const tests = suite.allTests().flatMap((test) => this.#planned.get(test) ?? []);
    this.#tests = tests.length;
    const all = [...this.#planned.values()];
    this.#record({ event: 'planned', hash: planHash(all), tests: all, assigned: tests.map(({ id }) => id) });
    if (this.printsToStdio()) this.#progress = progress(tests.length);
  }

  onTestBegin(test: TestCase): void {
    const planned = this.#planned.get(test);
    if (planned !== undefined) this.#progress?.started(planned);
  }

  onTestEnd(test: TestCase, result: TestResult): void {
    const planned = this.#planned.get(test);
    if (planned === undefined) return;
    // Marked to fail or not, it broke its promise: the reports after this one are to say so, too.
    if (result.status === 'failed') test.expectedStatus = 'passed';
    for (const { type, description: role } of result.annotations) {
      if (type === 'uat.accepted-role' && role !== undefined) this.#record({ event: 'role', role });
    }
    if (result.status === 'interrupted') return;
    // What does not pass while the run is being stopped may fail, or be skipped, because of that: it was not judged.
    if (this.#stopping && result.status !== 'passed') return;

    const end = recordedAttempt(planned.id, test, result, this.#options.run?.staging ?? process.cwd());
    this.#record(end);
    this.#progress?.finished(planned, end);
    if (end.event !== 'attempt' || end.error === undefined) return;
    const isFinal = result.retry >= test.retries;
    const endIfSought = (answer: Probe) => isFinal && this.#endIfSought(planned, end, answer);
    if (asksTarget(test.parent.project())) return this.#askTarget(planned.id, endIfSought);
    const answer: Probe = { state: 'up', detail: 'the test asks no target' };
    this.#record({ event: 'probe', id: planned.id, ...answer });
    endIfSought(answer);
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
    const loading = this.#tests === 0;
    // Before there was a plan the specs are to blame, not the run.
    this.#record({ event: 'diagnostic', id, kind: loading ? 'configuration' : 'error', message });
    // While a run is being stopped things break because of that, and a package's tests ask no target.
    const isTargets = worker === undefined || asksTarget(worker.project);
    if (!loading && !this.#stopping && isTargets) this.#askTarget(id);
  }

  async onEnd(result: FullResult): Promise<void> {
    await Promise.all(this.#probes);
    this.#progress?.done();
    this.#record({ event: 'executed', status: result.status });
  }

  #record(event: RecordEvent): void {
    if (this.#options.run !== undefined) recordEvent(this.#options.run.folder, event);
  }

  #askTarget(id: string, then: (answer: Probe) => void = () => undefined): void {
    const targetUrl = this.#options.run?.targetUrl;
    if (targetUrl === undefined) return;
    this.#probes.push(
      probe(targetUrl).then((answer) => {
        this.#record({ event: 'probe', id, ...answer });
        then(answer);
      }),
    );
  }

  /** Ends the run, as Ctrl-C would and without an interruption, when a failure that stays is the one it is made for. */
  #endIfSought(test: PlannedTest, attempt: Attempt, answer: Probe): void {
    const sought = this.#options.run?.sought;
    const { message: error = '' } = attempt.error ?? {};
    if (sought === undefined || this.#stopping || !isSought(sought, { ...test, error })) return;
    if (failureClassOf(attempt, answer) !== 'product') return;
    const reason = `the run ended as soon as ${sought.regression} was caught (--stop-when-caught)`;
    this.#record({ event: 'stopped', by: 'caught', reason });
    process.kill(process.pid, 'SIGINT');
  }
}

/** Playwright's word that it has seen as many failures as it was told to wait for; it comes as an error, and is none. */
const enoughFailures = /^Testing stopped early after (?<count>\d+) maximum allowed failures\.$/;

/** Whether tests are about the target; those about a package say themselves when the machine was to blame. */
function asksTarget(project: FullProject | undefined): boolean {
  const { target = true } = (project?.metadata ?? {}) as Partial<ProjectMetadata>;
  return target;
}

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
