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
import { quarantineSentence } from './terminal/quarantine-sentence.ts';
import { verdictSentence } from './terminal/verdict-sentence.ts';
import { oneLine, visibleText } from './terminal/visible-text.ts';

/** An element: attributes begin with `@_`, its text is `#text`, everything else is an element in it, or several. */
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
 * A verdict for what reads JUnit: a suite for each file, which it names as Playwright names it and its tests. There is a
 * failure or an error in it exactly when the verdict's exit code is not 0; where no test is to blame, a case of its own
 * is. A broken promise is a failure, what could not be judged an error; what is skipped, not eligible or failed in
 * quarantine is skipped, each with the reason. Retries are told as Surefire tells them
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
  const isTold =
    verdict.exitCode === 0 || suites.some(({ cases }) => cases.some(({ kind }) => isRed.has(kind)));
  const all = isTold ? suites : [...suites, suiteOfTheRun(verdict)];
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

/** `authnz/sign-in.spec.ts`: from the folder of the suites. */
const fileOf = ({ id }: PlannedTest) => `${id.slice(0, id.lastIndexOf('#'))}.spec.ts`;

/** Playwright's name of what a test belongs to. */
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

interface Told {
  outcome: Outcome | undefined;
  attempts: readonly Attempt[];
  failure: VerdictFailure | undefined;
}

function testCase(test: PlannedTest, told: Told): Case {
  const ms = told.attempts.reduce((sum, attempt) => sum + attempt.ms, 0);
  const { kind, result } = resultOf(told, test.dependency);
  const properties = [
    property('id', test.id),
    ...test.tickets.map((ticket) => property('issue', ticket)),
    ...test.catches.map((id) => property('catches', id)),
    property('severity', test.severity),
  ];
  const attachments = told.attempts.flatMap((attempt) => attempt.attachments);
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

function resultOf({ outcome, failure }: Told, dependency: boolean): { kind: Case['kind']; result: Xml } {
  const { kind = 'notRun', failures = [], reason = '' } = outcome ?? {};
  // Nobody asked for a test that others need: that it did not run is nothing by itself.
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

/** The failure is the last one, as in the verdict. */
function failedResult(
  failures: readonly Attempt[],
  failure: VerdictFailure | undefined,
): { kind: Case['kind']; result: Xml } {
  const before = failures.slice(0, -1);
  const retries: Xml = before.length === 0 ? {} : { rerunFailure: before.map(retry) };
  const { error = '', rerun = '', class: blamed = 'product', quarantine } = failure ?? {};
  const text = `${failures.at(-1)?.error?.stack ?? error}\n\n${rerun}`;
  if (quarantine !== undefined) {
    const why = `${quarantineSentence(quarantine)}: ${error}`;
    return { kind: 'skipped', result: { skipped: marked('quarantined', why, text), ...retries } };
  }
  const kind = blamed === 'product' ? 'failure' : 'error';
  return { kind, result: { [kind]: marked(blamed, error, text), ...retries } };
}

/** An attempt that failed before the last one. */
function retry({ error }: Attempt): Xml {
  const message = error?.message ?? '';
  return { ...marked('product', message), stackTrace: visibleText(error?.stack ?? message) };
}

function marked(type: string, message: string, text?: string): Xml {
  const element: Xml = { '@_type': type, '@_message': oneLine(message) };
  return text === undefined ? element : { ...element, '#text': visibleText(text) };
}

/** What went wrong beside the tests, as a case of its own: nothing that reads JUnit only may take such a run for green. */
function suiteOfTheRun(verdict: Verdict): Suite {
  const { kind, trouble } = verdict;
  const blamed = kind === 'regression' ? 'failure' : 'error';
  const sentence = verdictSentence(verdict);
  const element = {
    ...{ '@_name': 'the run as a whole', '@_classname': 'uat', '@_time': seconds(0) },
    [blamed]: marked(kind, trouble[0] ?? sentence, [sentence, ...trouble].join('\n')),
  };
  return { name: 'uat', hostname: '', cases: [{ kind: blamed, ms: 0, element }] };
}
