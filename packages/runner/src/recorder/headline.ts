import { stripVTControlCharacters } from 'node:util';
import type { TestError, TestResult, TestStep } from '@playwright/test/reporter';
import { matcherSentence } from './matcher-sentence.ts';
import { shortened } from './shortened.ts';

/** Maximum length of a headline, which is read at a glance. */
const longest = 300;

/**
 * The reason why an attempt failed, in one line without colour: expectation and result, what a time-out waited for, and
 * the number of further failures. An error in a form unknown to Playwright and its `expect` is shown by its first line,
 * without the name of its class.
 */
export function headline({ errors, steps }: Pick<TestResult, 'errors' | 'steps'>): string {
  const [first, second] = errors;
  if (first === undefined) return 'the test was expected to fail and passed';
  const said = messageOf(first);
  const isTimeout = /^Test timeout of \d+ms exceeded\.?$/.test(said);
  // The pending action is in the next error, or only in the steps.
  const doing = second === undefined ? pendingStep(steps) : sentenceOf(second, steps);
  const sentence =
    isTimeout && doing !== undefined ? `${said.replace(/\.$/, '')}: ${doing}` : sentenceOf(first, steps);
  const others = errors.length - (isTimeout ? 2 : 1);
  const more = others < 1 ? '' : ` (and ${others} more ${others === 1 ? 'failure' : 'failures'})`;
  return shortened(sentence, longest - more.length) + more;
}

/** The message of an error, without colour and the name of its class. */
function messageOf({ message, value }: TestError): string {
  const said = stripVTControlCharacters(message ?? value ?? '').trim();
  return said.replace(/^\w*Error(?: \[\w+\])?: /, '');
}

function sentenceOf(error: TestError, steps: readonly TestStep[]): string {
  const said = messageOf(error);
  const name = expectationIn(said, steps);
  if (name === undefined)
    return onOneLine(matcherSentence(said) ?? callSentence(said) ?? ownWords(said, error));
  // `expect.poll` repeats it.
  let rest = said;
  while (rest.startsWith(name)) rest = rest.slice(name.length).trim();
  return onOneLine(`${name}: ${matcherSentence(rest) ?? ownWords(rest, error)}`);
}

/** The name that a spec gives an expectation, `expect(value, 'status of the answer')`: the title of the failed step. */
function expectationIn(said: string, steps: readonly TestStep[]): string | undefined {
  const failed = allSteps(steps).filter(
    ({ category, error }) => category === 'expect' && error !== undefined,
  );
  return failed.find(({ title }) => said.startsWith(`${title}\n\n`))?.title;
}

/** The failed call of Playwright, with what it waited for and the reason of the failure. */
function callSentence(said: string): string | undefined {
  const [first = '', ...rest] = said.split('\n');
  const log = rest.map((line) => line.replace(/^[\s-]+/, ''));
  if (!/^\w+\.\w+: /.test(first) || !log.some((line) => /^Call log:/i.test(line))) return undefined;
  const awaited = /timeout/i.test(first) ? log.find((line) => line.startsWith('waiting for ')) : undefined;
  const reason = log.findLast((line) => /^element (?:is|was) |intercepts pointer events$/.test(line));
  return [first.replace(/\.$/, ''), awaited, reason && `(${reason})`].filter(Boolean).join(' ');
}

/** The first line that is not blank, with the next one when it ends in a colon. */
function ownWords(said: string, { cause }: TestError): string {
  const [first, second] = said.split('\n').filter((line) => line.trim() !== '');
  if (first === undefined) return 'unknown error';
  if (first.endsWith(':') && second !== undefined) return `${first} ${second}`;
  // Node gives the reason only in the cause.
  return first === 'fetch failed' && cause !== undefined
    ? `${first}: ${ownWords(messageOf(cause), cause)}`
    : first;
}

function pendingStep(steps: readonly TestStep[]): string | undefined {
  return allSteps(steps).findLast(({ category, error }) => error !== undefined && category !== 'hook')?.title;
}

function allSteps(steps: readonly TestStep[]): TestStep[] {
  return steps.flatMap((step) => [step, ...allSteps(step.steps)]);
}

const onOneLine = (text: string) => text.replaceAll(/\s+/g, ' ').trim();
