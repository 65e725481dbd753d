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
} from '@playwright/test/reporter';
import { plannedTest } from './planned-test.ts';
import { probe } from './probe.ts';
import { progress, type Progress } from './progress.ts';
import { type JudgedTest, type PlannedTest, recordEvent, type RecordedFailure } from './run-events.ts';
import { specProblems } from './spec-problems.ts';

export interface UatReporterOptions {
  ticketPattern: RegExp;
  /** Where events go; without it (plain `playwright test`) the specs are only checked. */
  runFolder?: string | undefined;
  /** The target, asked after each failure whether it is still there. */
  targetUrl?: string | undefined;
}

/**
 * Writes down what was planned and what happened, as it happens, and asks the target how it is after each failure. It
 * judges nothing: `verdictOf` does, from these events.
 */
export default class UatReporter implements Reporter {
  readonly #options: UatReporterOptions;
  readonly #probes: Promise<void>[] = [];
  readonly #planned = new Map<TestCase, PlannedTest>();
  #started = false;
  #progress: Progress | undefined;
  #stopping = false;

  constructor(options: UatReporterOptions) {
    this.#options = options;
    // `uat` holds the other end of this channel: when it dies, the run stops as if interrupted.
    if (options.runFolder !== undefined && process.channel) {
      process.once('disconnect', () => process.kill(process.pid, 'SIGINT'));
    }
    process.once('SIGINT', () => {
      this.#stopping = true;
    });
  }

  printsToStdio(): boolean {
    return this.#options.runFolder !== undefined;
  }

  /** Playwright has loaded the specs and not yet started any: the moment to refuse what cannot be reported. */
  async preprocess({ config, suite }: { config: FullConfig; suite: Suite }): Promise<void> {
    const dependencies = dependencyProjects(config);
    const tests = suite.allTests().map((test) => {
      const planned = plannedTest(test, dependencies.has(test.parent.project()?.name ?? ''), config);
      this.#planned.set(test, planned);
      return planned;
    });
    const problems = specProblems(tests, this.#options.ticketPattern);
    if (problems.length > 0) throw new Error(problems.join('\n'));
  }

  onBegin(_config: FullConfig, suite: Suite): void {
    const tests = suite.allTests().flatMap((test) => this.#planned.get(test) ?? []);
    this.#record({ event: 'plan', tests });
    if (this.printsToStdio()) this.#progress = progress(tests.length);
  }

  onTestBegin(test: TestCase): void {
    this.#started = true;
    const planned = this.#planned.get(test);
    if (planned !== undefined) this.#progress?.started(planned);
  }

  onTestEnd(test: TestCase, result: TestResult): void {
    const planned = this.#planned.get(test);
    if (planned === undefined || result.status === 'interrupted') return;
    // What does not pass while the run is being stopped may fail, or be skipped, because of that: it was not judged.
    if (this.#stopping && result.status !== 'passed') return;

    const judged = judgedTest(planned.id, test, result);
    this.#record(judged);
    this.#progress?.finished(planned, judged);
    if (judged.outcome === 'failed') this.#askTarget(planned.id);
  }

  onError(error: TestError): void {
    const message = stripVTControlCharacters(error.message ?? error.value ?? 'unknown error').replace(
      /^Error: /,
      '',
    );
    this.#record({ event: 'error', message, loading: !this.#started });
  }

  async onEnd(result: FullResult): Promise<void> {
    await Promise.all(this.#probes);
    this.#progress?.done();
    this.#record({ event: 'end', status: result.status });
  }

  #record(event: Parameters<typeof recordEvent>[1]): void {
    if (this.#options.runFolder !== undefined) recordEvent(this.#options.runFolder, event);
  }

  #askTarget(id: string): void {
    const { targetUrl } = this.#options;
    if (targetUrl === undefined) return;
    this.#probes.push(
      probe(targetUrl).then((answer) => {
        this.#record({ event: 'probe', id, ...answer });
      }),
    );
  }
}

/** The projects that run only because a project that was asked for depends on them. */
function dependencyProjects(config: FullConfig): Set<string> {
  const asked = new Set((config.filteredProjects ?? config.projects).map(({ name }) => name));
  return new Set(config.projects.map(({ name }) => name).filter((name) => !asked.has(name)));
}

function judgedTest(id: string, test: TestCase, result: TestResult): JudgedTest {
  const annotation = (type: string) => result.annotations.find((one) => one.type === type)?.description;
  const needs = annotation('uat.not-eligible');
  const seconds = result.duration / 1000;
  if (result.status === 'skipped') {
    const reason = annotation('skip') ?? annotation('fixme') ?? 'no reason given';
    return needs === undefined
      ? { event: 'judged', id, seconds, outcome: 'skipped', reason }
      : { event: 'judged', id, seconds, outcome: 'notEligible', reason, needs };
  }
  if (result.status === test.expectedStatus) {
    return { event: 'judged', id, seconds, outcome: result.retry > 0 ? 'flaky' : 'passed' };
  }
  return { event: 'judged', id, seconds, outcome: 'failed', failure: recordedFailure(result, annotation) };
}

function recordedFailure(
  result: TestResult,
  annotation: (type: string) => string | undefined,
): RecordedFailure {
  const failedIn = (title: string) =>
    result.steps.some((step) => step.title === title && step.error !== undefined);
  const blame = annotation('uat.blame');
  return {
    error: firstLine(
      result.error?.message ?? result.error?.value ?? `the test was expected to fail and passed`,
    ),
    phase: failedIn('Before Hooks') ? 'setup' : failedIn('After Hooks') ? 'teardown' : 'test',
    layer: annotation('allure.label.layer') === 'browser' ? 'browser' : 'api',
    ...(blame === 'configuration' || blame === 'infrastructure' ? { blame } : {}),
    attachments: result.attachments.flatMap((one) =>
      one.path === undefined ? [] : [path.relative(process.cwd(), one.path)],
    ),
  };
}

/** The first line that says something, without colour and the name of the error's class. */
export function firstLine(message: string): string {
  const lines = stripVTControlCharacters(message).split('\n');
  const line = lines.find((one) => one.trim() !== '') ?? 'unknown error';
  return line.trim().replace(/^(\w*Error): /, '');
}
