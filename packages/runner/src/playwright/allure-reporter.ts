import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import type { TestCase, TestResult } from '@playwright/test/reporter';
import { AllureReporter } from 'allure-playwright';
import { registeredSecrets } from '@uat/config';
import { redact } from '@uat/report';
import { plannedTest } from '../recorder/planned-test.ts';

type Options = ConstructorParameters<typeof AllureReporter>[0];
type Label = { name: string; value: string };
type Parameter = Label;

export interface UatAllureReporterOptions extends Options {
  /** Titles of the areas: the epics of the report. */
  areas: Record<string, { title: string }>;
  /** Which target the run tests, a label on every result. */
  target: string;
}

const dynamic = /^allure\.(?<kind>label|parameter)\.(?<name>.+)$/;

/**
 * allure-playwright with what it cannot know: the area as epic, the capability as feature, the target, labels that
 * fixtures add while a test runs (its roles), parameters that they measure, and our own test id as the key of its history, so that a test keeps its
 * history when its file's folders or describe blocks change. Ticket, severity and regression come from the
 * annotations of `covers`, which Playwright has before set-up starts: they are there even when set-up dies.
 */
export default class UatAllureReporter extends AllureReporter {
  readonly #options: UatAllureReporterOptions;
  /** Annotations that a test had before it started; Playwright adds those made while it ran to the same list. */
  readonly #declared = new Map<string, Set<string>>();

  constructor(options: UatAllureReporterOptions) {
    super(options);
    this.#options = options;
  }

  override onTestBegin(test: TestCase): void {
    super.onTestBegin(test);
    this.#declared.set(test.id, new Set(test.annotations.map(({ type }) => type)));
    const { id, area, product, capability } = plannedTest(test, {
      config: this.config,
      aliases: {},
      dependencies: new Set(),
    });
    const { areas, target } = this.#options;
    this.#update(test, {
      id,
      labels: [
        { name: 'epic', value: areas[area]?.title ?? area },
        { name: 'feature', value: capability },
        { name: 'target', value: product ?? target },
      ],
    });
  }

  override async onTestEnd(test: TestCase, result: TestResult): Promise<void> {
    const added = result.annotations
      .filter(({ type }) => !this.#declared.get(test.id)?.has(type))
      .flatMap(({ type, description: value = '' }) => {
        const { kind, name } = dynamic.exec(type)?.groups ?? {};
        return name === undefined ? [] : [{ kind, name, value }];
      });
    const named = (wanted: string) =>
      added.filter(({ kind }) => kind === wanted).map(({ name, value }) => ({ name, value }));
    this.#update(test, { labels: named('label'), parameters: named('parameter') });
    // Nothing can read a trace to redact it, so it stays out of what people pass on; `uat trace` opens it.
    const wanted = result.attachments.filter(({ name }) => name !== 'trace');
    const attachments = wanted.filter(({ path }) => isReadable(path));
    for (const { name, path } of wanted)
      if (!isReadable(path)) complain(test, `the attachment '${name}' is no file that is there`);
    try {
      await super.onTestEnd(test, { ...result, attachments });
    } catch (error) {
      // Without a hand to catch it, it would end Playwright, and take the results of all other tests along.
      complain(test, String(error));
    }
  }

  #update(test: TestCase, change: { id?: string; labels: Label[]; parameters?: Parameter[] }): void {
    const uuid = this['allureResultsUuids'].get(test.id);
    if (uuid === undefined) return;
    this['allureRuntime']?.updateTest(
      uuid,
      (result: { labels: Label[]; parameters: Parameter[]; testCaseId?: string; historyId?: string }) => {
        result.labels.push(...change.labels);
        result.parameters.push(...(change.parameters ?? []));
        if (change.id !== undefined) {
          const key = createHash('md5').update(change.id).digest('hex');
          result.testCaseId = key;
          result.historyId = key;
        }
      },
    );
  }
}

/** Whether an attachment can be copied: its file is there, and is one. What has no file has its content with it. */
function isReadable(file: string | undefined): boolean {
  return file === undefined || statSync(file, { throwIfNoEntry: false })?.isFile() === true;
}

/** Says what of a test is not in the report, and why. */
function complain({ title }: TestCase, why: string): void {
  process.stderr.write(`  the report lacks a part of '${title}': ${redact(why, registeredSecrets())}\n`);
}
