import { statSync } from 'node:fs';
import type { TestCase, TestResult } from '@playwright/test/reporter';
import { AllureReporter } from 'allure-playwright';
import { registeredSecrets } from '@uat/config';
import { redact } from '@uat/core';
import { resultKey } from '@uat/report';
import { testId } from '../recorder/test-id.ts';

export type AllureOptions = ConstructorParameters<typeof AllureReporter>[0];

/** What we change of a result. */
interface RawResult {
  testCaseId?: string;
  labels: { name: string; value: string }[];
  parameters: { name: string; value: string }[];
}

const dynamic = /^allure\.(?<kind>label|parameter)\.(?<name>.+)$/;

/**
 * allure-playwright with what can only be known while a test runs: labels that fixtures add (its roles) and parameters
 * that they measure. Ticket, severity and regression come from the annotations of `covers`, which Playwright has before
 * set-up starts: they are there even when set-up dies. What our record tells is put on afterwards (`labelResults`); each
 * result has a key of its test for that.
 */
export default class UatAllureReporter extends AllureReporter {
  /** Annotations that a test had before it started; Playwright adds those made while it ran to the same list. */
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

  #update(test: TestCase, change: (result: RawResult) => void): void {
    const uuid = this['allureResultsUuids'].get(test.id);
    if (uuid !== undefined) this['allureRuntime']?.updateTest(uuid, change);
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
