import type { Suite, TestCase, TestResult } from '@playwright/test/reporter';
import { describe, expect, test } from 'vitest';
import { reasonNotRun } from './reason-not-run.ts';

type Result = Pick<TestResult, 'status' | 'annotations'>;

const skip = { type: 'skip', description: 'no room' };

/** A test of this title with these results, in `group`. */
function testIn(
  group: { tests: TestCase[] },
  title: string,
  statuses: TestResult['status'][] = [],
): TestCase {
  const results = statuses.map((status, index) => ({
    status,
    startTime: new Date(1_000 * (group.tests.length + index)),
  }));
  const one = { title, results, annotations: [], parent: group } as unknown as TestCase;
  group.tests.push(one);
  return one;
}

function suite(type: Suite['type'], parent?: object) {
  const tests: TestCase[] = [];
  return { type, parent, tests, allTests: () => tests };
}

const notRun = (one: TestCase, result: Partial<Result> = {}) =>
  reasonNotRun(one, { status: 'skipped', annotations: [], ...result } as TestResult);

describe('a test that Playwright skipped', () => {
  test.each([skip, { type: 'fixme', description: 'ENG-1' }, { type: 'skip' }])(
    'because its spec asks for it was run as far as it can be: $type',
    (annotation) => {
      const asked = testIn(suite('describe'), 'asked');

      expect(notRun(asked, { annotations: [annotation] })).toBe(undefined);
      expect(notRun({ ...asked, annotations: [annotation] }), 'before any worker').toBe(undefined);
    },
  );

  test('behind a failure of its group did not run, and says behind which', () => {
    const group = suite('describe');
    testIn(group, 'passes', ['passed']);
    testIn(group, 'failed long ago', ['failed']);
    testIn(group, 'fails', ['timedOut']);

    expect(notRun(testIn(group, 'behind', ['skipped']))).toBe("'fails' failed before it");
  });

  test('behind a failure of its file did not run', () => {
    const file = suite('file');
    testIn(file, 'fails elsewhere in the file', ['failed']);
    const behind = testIn(suite('describe', file), 'behind', ['skipped']);

    expect(notRun(behind)).toBe("'fails elsewhere in the file' failed before it");
  });

  test('without a failure in its file did not run either', () => {
    const project = suite('project');
    testIn(project, 'fails in another file', ['failed']);
    const behind = testIn(suite('file', project), 'behind', ['skipped']);

    expect(notRun(behind)).toBe('its worker ended before it began');
  });

  test('because there was nothing to be learnt from it did not run, for the reason of the fixture', () => {
    const annotations = [{ type: 'uat.not-run' }, { type: 'skip', description: 'the sign-in is broken' }];

    expect(notRun(testIn(suite('describe'), 'a'), { annotations })).toBe('the sign-in is broken');
  });
});

test.each(['passed', 'failed', 'timedOut', 'interrupted'] as const)('a test that %s has run', (status) => {
  const annotations = [{ type: 'uat.not-run' }, skip];

  expect(notRun(testIn(suite('describe'), 'a'), { status, annotations })).toBe(undefined);
});
