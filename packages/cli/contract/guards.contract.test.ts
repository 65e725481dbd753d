import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { temporaryFolder } from '@uat/testing';
import { uat, type UatRun } from './support/spawn-uat.ts';

let run: UatRun;
beforeAll(async () => {
  run = await uat(['guarded', 'accessible', '--no-report'], { out: temporaryFolder(afterAll) });
});

const failuresOf = (area: string) => run.verdict.failures.filter((one) => one.area === area);

describe('an error outside the assertions', () => {
  test('fails the test, unless it was allowed with a reason', () => {
    expect(failuresOf('guarded').map(({ error, layer }) => ({ error, layer }))).toEqual([
      { error: expect.stringContaining('unexpected console error: the product stumbled'), layer: 'console' },
      { error: expect.stringContaining('unexpected page error: an uncaught rejection'), layer: 'console' },
      { error: expect.stringContaining('unexpected leak: a line on the console'), layer: 'console' },
      { error: expect.stringContaining('unexpected leak: the local storage of a page'), layer: 'console' },
    ]);
  });
});

describe('a page that some people cannot use', () => {
  test('fails the test, with the rule, its impact and the element', () => {
    const errors = Object.fromEntries(failuresOf('accessible').map(({ title, error }) => [title, error]));

    expect(errors).toEqual({
      'has a button that says nothing': expect.stringMatching(
        /^\/login keeps people out: button-name \(critical\)/,
      ),
      'is faint for those who prefer it dark': expect.stringMatching(/color-contrast \(serious\)/),
    });
  });
});

test('each test without a flaw passes', () => {
  expect(run.verdict.counts).toMatchObject({ discovered: 8, passed: 2, failed: 6 });
});
