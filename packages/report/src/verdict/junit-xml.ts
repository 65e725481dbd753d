import {
  type Attempt,
  type Outcome,
  outcomesOf,
  type PlannedTest,
  type RunState,
  type Verdict,
  type VerdictFailure,
} from '@uat/record';
import XMLBuilder from 'fast-xml-builder';
import { quarantineSentence } from './quarantine-sentence.ts';
import { verdictSentence } from './verdict-sentence.ts';
import { oneLine, visibleText } from './visible-text.ts';

/** An element: attributes begin with `@_`, `#text` is its text, any other key holds one or several child elements. */
interface Xml {
  [name: string]: string | Xml | Xml[];
}

const builder = new XMLBuilder({
  format: true,
  ignoreAttributes: false,
  suppressEmptyNode: true,
  // A title may be the word `true`.
  suppressBooleanAttributes: false,
});

/**
 * A verdict as JUnit XML: a suite per file, with Playwright's names for files and tests. It contains a failure or an
 * error exactly when the verdict's exit code is not 0, if necessary as a case for the run as a whole. A broken promise
 * is a failure, a test that could not be judged an error; skipped, not eligible and quarantined tests are skipped, with
 * the reason. Retries follow Surefire
 * (https://maven.apache.org/surefire/maven-surefire-plugin/examples/rerun-failing-tests.html).
 */
export function junitXml(state: RunState, verdict: Verdict): string {
  const outcomes = outcomesOf(state);
  const failures = new Map(verdict.failures.map((failure) => [failure.id, failure]));
  const caseOfTest = (test: PlannedTest): Case =>
    testCase(test, {
      outcome: outcomes.get(test.id),
      attempts: state.attempts.get(test.id) ?? [],
      failure: failures.get(test.id),
    });
  const files = Map.groupBy(state.assigned, (test) => `${fileOf(test)}\n${projectOf(test)}`);
  const suites = [...files].map(([place, tests]): Suite => {
    const [name = '', hostname = ''] = place.split('\n');
    return { name, hostname, cases: tests.map(caseOfTest) };
  });
  const isReported =
    verdict.exitCode === 0 || suites.some(({ cases }) => cases.some(({ kind }) => isRed.has(kind)));
  const all = isReported ? suites : [...suites, suiteOfTheRun(verdict)];
  return `<?xml version="1.0" encoding="UTF-8"?>\n${builder.build({
    testsuites: {
      ...{ '@_name': 'uat', ...totals(all.flatMap(({ cases }) => cases)) },
      '@_time': verdict.seconds.toFixed(3),
      testsuite: all.map(({ name, hostname, cases }) => ({
        ...{ '@_name': oneLine(name), '@_hostname': oneLine(hostname), '@_timestamp': verdict.startedAt },
        ...totals(cases),
        '@_time': seconds(cases.reduce((sum, { ms }) => sum + ms, 0)),
        testcase: cases.map(({ element }) => element),
      })),
    },
  })}`;
}

interface Suite {
  name: string;
  hostname: string;
  cases: Case[];
}

interface Case {
  kind: 'passed' | 'failure' | 'error' | 'skipped';
  ms: number;
  element: Xml;
}

const isRed: ReadonlySet<Case['kind']> = new Set(['failure', 'error']);

/** The path of a test's file relative to the suites: `authnz/sign-in.spec.ts`. */
const fileOf = ({ id }: PlannedTest) => `${id.slice(0, id.lastIndexOf('#'))}.spec.ts`;

/** The name of a test's Playwright project. */
const projectOf = ({ area, product }: PlannedTest) => (product === undefined ? area : `${area}:${product}`);

function totals(cases: readonly Case[]): Xml {
  const count = (kind: Case['kind']) => String(cases.filter((one) => one.kind === kind).length);
  return {
    '@_tests': String(cases.length),
    '@_failures': count('failure'),
    '@_errors': count('error'),
    '@_skipped': count('skipped'),
  };
}

const seconds = (ms: number) => (ms / 1000).toFixed(3);

interface CaseInput {
  outcome: Outcome | undefined;
  attempts: readonly Attempt[];
  failure: VerdictFailure | undefined;
}

function testCase(test: PlannedTest, input: CaseInput): Case {
  const ms = input.attempts.reduce((sum, attempt) => sum + attempt.ms, 0);
  const { kind, result } = resultOf(input, test.dependency);
  const properties = [
    property('id', test.id),
    ...test.tickets.map((ticket) => property('issue', ticket)),
    ...test.catches.map((id) => property('catches', id)),
    property('severity', test.severity),
  ];
  const attachments = input.attempts.flatMap((attempt) => attempt.attachments);
  const output = attachments.map((file) => `[[ATTACHMENT|${visibleText(file)}]]`).join('\n');
  const element = {
    '@_name': oneLine(`${test.capability} › ${test.title}`),
    '@_classname': oneLine(fileOf(test)),
    '@_time': seconds(ms),
    properties: { property: properties },
    ...result,
    ...(output === '' ? {} : { 'system-out': output }),
  };
  return { kind, ms, element };
}

const property = (name: string, value: string): Xml => ({ '@_name': name, '@_value': oneLine(value) });

function resultOf({ outcome, failure }: CaseInput, dependency: boolean): { kind: Case['kind']; result: Xml } {
  const { kind = 'notRun', failures = [], reason = '' } = outcome ?? {};
  // A test that only other areas require was not selected: it is no error by itself that it did not run.
  const open = dependency ? 'skipped' : 'error';
  switch (kind) {
    case 'passed':
      return { kind: 'passed', result: {} };
    case 'flaky':
      return { kind: 'passed', result: { flakyFailure: failures.map(retry) } };
    case 'skipped':
      return { kind: 'skipped', result: { skipped: marked('skipped', reason) } };
    case 'notEligible':
      return { kind: 'skipped', result: { skipped: marked('notEligible', `not eligible: ${reason}`) } };
    case 'notRun':
      return { kind: open, result: { [open]: marked('notRun', `not run: ${reason}`) } };
    case 'unknown':
      return { kind: open, result: { [open]: marked('unknown', `unknown: ${reason}`) } };
    case 'failed':
      return failedResult(failures, failure);
  }
}

/** The result of a failed test: its last failure, as in the verdict, with the earlier ones as reruns. */
function failedResult(
  failures: readonly Attempt[],
  failure: VerdictFailure | undefined,
): { kind: Case['kind']; result: Xml } {
  const before = failures.slice(0, -1);
  const retries: Xml = before.length === 0 ? {} : { rerunFailure: before.map(retry) };
  const { error = '', rerun = '', cause = 'product', quarantine } = failure ?? {};
  const text = `${failures.at(-1)?.error?.stack ?? error}\n\n${rerun}`;
  if (quarantine !== undefined) {
    const why = `${quarantineSentence(quarantine)}: ${error}`;
    return { kind: 'skipped', result: { skipped: marked('quarantined', why, text), ...retries } };
  }
  const kind = cause === 'product' ? 'failure' : 'error';
  return { kind, result: { [kind]: marked(cause, error, text), ...retries } };
}

/** A failed attempt before the last one. */
function retry({ error }: Attempt): Xml {
  const message = error?.message ?? '';
  return { ...marked('product', message), stackTrace: visibleText(error?.stack ?? message) };
}

function marked(type: string, message: string, text?: string): Xml {
  const element: Xml = { '@_type': type, '@_message': oneLine(message) };
  return text === undefined ? element : { ...element, '#text': visibleText(text) };
}

/** A case for the run as a whole, so that a reader of JUnit alone cannot take a run without failed tests for green. */
function suiteOfTheRun(verdict: Verdict): Suite {
  const { kind, trouble } = verdict;
  const type = kind === 'regression' ? 'failure' : 'error';
  const sentence = verdictSentence(verdict);
  const element = {
    ...{ '@_name': 'the run as a whole', '@_classname': 'uat', '@_time': seconds(0) },
    [type]: marked(kind, trouble[0] ?? sentence, [sentence, ...trouble].join('\n')),
  };
  return { name: 'uat', hostname: '', cases: [{ kind: type, ms: 0, element }] };
}
