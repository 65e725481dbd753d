import { statSync } from 'node:fs';
import type { TestCase, TestResult } from '@playwright/test/reporter';
import { AllureReporter } from 'allure-playwright';
import { registeredSecrets } from '@uat/config';
import { redact } from '@uat/core';
import { resultKey } from '@uat/report';
import { testId } from '../recorder/test-id.ts';

export type AllureOptions = ConstructorParameters<typeof AllureReporter>[0];

/** The fields of a raw result that this reporter changes. */
interface RawResult {
  testCaseId?: string;
  labels: { name: string; value: string }[];
  parameters: { name: string; value: string }[];
}

const dynamic = /^allure\.(?<kind>label|parameter)\.(?<name>.+)$/;

/**
 * allure-playwright, plus labels that fixtures add while a test runs (its roles) and parameters that they measure.
 * Ticket, severity and faults come from the annotations of `covers`, which exist before set-up, even when set-up fails.
 * Labels from the record are added afterwards (`labelResults`), by the key of the test that each result gets here.
 */
export default class UatAllureReporter extends AllureReporter {
  /** Annotations of each test before it started; Playwright adds those of the test run to the same list. */
  readonly #declared = new Map<string, Set<string>>();

  override onTestBegin(test: TestCase): void {
    super.onTestBegin(test);
    this.#declared.set(test.id, new Set(test.annotations.map(({ type }) => type)));
    const key = resultKey(testId(test, this.config));
    this.#update(test, (result) => {
      result.testCaseId = key;
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
    this.#update(test, ({ labels, parameters }) => {
      labels.push(...named('label'));
      parameters.push(...named('parameter'));
    });
    // A trace cannot be redacted, so it stays out of a report that people share; `uat trace` opens it.
    const wanted = result.attachments.filter(({ name }) => name !== 'trace');
    const attachments = wanted.filter(({ path }) => isReadable(path));
    for (const { name, path } of wanted)
      if (!isReadable(path)) complain(test, `the attachment '${name}' does not exist, or is not a file`);
    try {
      await super.onTestEnd(test, { ...result, attachments });
    } catch (error) {
      // Uncaught, it would end Playwright and lose the results of all other tests.
      complain(test, String(error));
    }
  }

  #update(test: TestCase, change: (result: RawResult) => void): void {
    const uuid = this['allureResultsUuids'].get(test.id);
    if (uuid !== undefined) this['allureRuntime']?.updateTest(uuid, change);
  }
}

/** Whether an attachment can be copied: it has inline content, or an existing file. */
function isReadable(file: string | undefined): boolean {
  return file === undefined || statSync(file, { throwIfNoEntry: false })?.isFile() === true;
}

/** Reports what the report lacks of a test, and why. */
function complain({ title }: TestCase, why: string): void {
  process.stderr.write(`  the report lacks a part of '${title}': ${redact(why, registeredSecrets())}\n`);
}
