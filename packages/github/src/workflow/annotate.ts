import { type AnnotationProperties, error, notice } from '@actions/core';
import { outcomesOf, type RunState, type Verdict, type VerdictFailure } from '@uat/record';
import { oneLine, testScope } from '@uat/report';
import type { SortedFailures } from '../comment/sorted-failures.ts';

/** An annotation of a workflow run. */
export interface Annotation {
  level: 'error' | 'notice';
  message: string;
  at: AnnotationProperties;
}

/**
 * The annotations on a run, the most urgent first, for GitHub shows only ten of a level: an error per new failure, or
 * per trouble when no test failed; a notice per known failure and per test that passed on a retry.
 */
export function annotationsOn(
  state: RunState,
  { kind, trouble }: Verdict,
  { fresh, known }: SortedFailures,
): Annotation[] {
  const outcomes = outcomesOf(state);
  const flaky = state.assigned.flatMap((test): Annotation[] => {
    const { kind: is, failures = [] } = outcomes.get(test.id) ?? {};
    if (is !== 'flaky') return [];
    const message = `passed on a retry, after: ${oneLine(failures.at(-1)?.error?.message ?? 'no error was recorded')}`;
    return [{ level: 'notice', message, at: annotationProperties(test, 'flaky') }];
  });
  return [
    ...fresh.map((failure): Annotation => ({
      level: 'error',
      message: `${oneLine(failure.error)}\n${failure.rerun}`,
      at: annotationProperties(failure, failure.class),
    })),
    ...(fresh.length > 0 || kind === 'pass' ? [] : trouble.map(troubleAnnotation)),
    ...known.map(({ failure, because }): Annotation => ({
      level: 'notice',
      message: `${oneLine(failure.error)}\n${because}`,
      at: annotationProperties(failure, 'known'),
    })),
    ...flaky,
  ];
}

const troubleAnnotation = (line: string): Annotation => ({
  ...{ level: 'error', message: oneLine(line), at: { title: 'UAT' } },
});

/** File and line of a test, `suites/authnz/sign-in.spec.ts:31`, and a title. */
function annotationProperties(
  test: Pick<VerdictFailure, 'file' | 'title' | 'area' | 'product'>,
  what: string,
): AnnotationProperties {
  const { file = test.file, line } = /^(?<file>.+):(?<line>\d+)$/.exec(test.file)?.groups ?? {};
  const title = `${oneLine(test.title)} (${testScope(test)}, ${what})`;
  return { title, file, ...(line === undefined ? {} : { startLine: Number(line) }) };
}

/** Prints annotations as commands of a workflow. */
export function annotate(annotations: readonly Annotation[]): void {
  for (const { level, message, at } of annotations) (level === 'error' ? error : notice)(message, at);
}
