import { describe, expect, test } from 'vitest';
import { junitRows, type JunitRun } from './junit-rows.ts';

const file = (text: string, name = 'report.xml') => ({ name, bytes: new TextEncoder().encode(text) });
const facts: JunitRun = {
  lane: 'cd',
  target: 'staging',
  commit: '83e2d5b',
  at: new Date('2026-11-22T18:31:07Z'),
};
const imported = (text: string, change: Partial<JunitRun> = {}) =>
  junitRows([file(text)], { ...facts, ...change });

const surefire = `<?xml version="1.0"?>
<testsuites>
  <testsuite name="com.acme.LoginTest" timestamp="2026-11-20T10:00:00">
    <testcase classname="com.acme.LoginTest" name="accepts a password" time="1,001.5"/>
    <testcase classname="com.acme.LoginTest" name="refuses a guess" time="0.5">
      <failure message="expected 401, got 200" type="AssertionError">at LoginTest.java:7</failure>
      <rerunFailure message="expected 401, got 500"/>
    </testcase>
    <testcase classname="com.acme.LoginTest" name="is fast"><flakyFailure>took 9 s
at LoginTest.java:9</flakyFailure></testcase>
    <testcase name="crashes"><error type="NullPointerException"/></testcase>
    <testcase name="waits"><skipped/></testcase>
    <testsuite name="inner"><testcase name="runs"/><testcase name="runs"/></testsuite>
  </testsuite>
</testsuites>`;

describe('JUnit files', () => {
  test('are one run with a result per case', async () => {
    const { run, results } = await imported(surefire);

    expect(run).toMatchObject({
      ...{ startedAt: '2026-11-22T18:31:07.000Z', lane: 'cd', target: 'staging', commit: '83e2d5b' },
      ...{ kind: 'regression', exitCode: 1, seconds: 1_002, full: false, source: 'junit' },
      counts: { discovered: 7, passed: 3, failed: 2, flaky: 1, skipped: 1 },
    });
    expect(run.runId).toMatch(/^junit-[\da-f]{12}$/);
    expect(results.map(({ test: id, outcome, attempts, detail }) => [id, outcome, attempts, detail])).toEqual(
      [
        ['com.acme.LoginTest#accepts-a-password', 'passed', 1, undefined],
        ['com.acme.LoginTest#refuses-a-guess', 'failed', 2, 'expected 401, got 200'],
        ['com.acme.LoginTest#is-fast', 'flaky', 2, 'took 9 s'],
        ['com.acme.LoginTest#crashes', 'failed', 1, 'NullPointerException'],
        ['com.acme.LoginTest#waits', 'skipped', 0, undefined],
        ['inner#runs', 'passed', 1, undefined],
        ['inner#runs~2', 'passed', 1, undefined],
      ],
    );
    expect(results.map(({ fingerprint }) => fingerprint !== undefined)).toEqual([
      ...[false, true, true, true, false, false, false],
    ]);
  });

  test('are the same run when they are imported again, and another one at another time', async () => {
    const ids = await Promise.all([
      imported(surefire),
      imported(surefire),
      imported(surefire, { at: new Date('2026-11-23T18:31:07Z') }),
    ]);

    expect(new Set(ids.map(({ run }) => run.runId)).size).toBe(2);
  });

  test.each([
    {
      what: 'a time of their own',
      text: surefire,
      startedAt: '2026-11-20T10:00:00.000Z',
    },
    {
      what: 'a zone',
      text: '<testsuite timestamp="2026-11-20T10:00:00+01:00"><testcase name="a"/></testsuite>',
      startedAt: '2026-11-20T09:00:00.000Z',
    },
  ])('may have $what', async ({ text, startedAt }) => {
    expect((await imported(text, { at: undefined })).run.startedAt).toBe(startedAt);
  });

  test('of uat and of Playwright lead to the ids of tests here', async () => {
    const { results } = await imported(`<testsuites><testsuite name="authnz/sign-in.spec.ts">
      <testcase classname="authnz/sign-in.spec.ts" name="sign in › a user signs in"/>
      <testcase classname="x" name="y"><properties><property name="id" value="smoke/up#it-is-up"/></properties></testcase>
    </testsuite></testsuites>`);

    expect(results.map(({ test: id, title }) => ({ id, title }))).toEqual([
      { id: 'authnz/sign-in#a-user-signs-in', title: 'a user signs in' },
      { id: 'smoke/up#it-is-up', title: 'y' },
    ]);
  });

  test.each([
    {
      what: 'are cut off',
      text: '<testsuite>\n<testcase name="a">\n',
      says: /^report\.xml, line 3: not well-formed XML: .+\.$/,
    },
    { what: 'are empty', text: '', says: /^report\.xml, line 1: not well-formed XML: / },
    {
      what: 'are a page',
      text: '\n<html/>',
      says: /^report\.xml, line 2: expected JUnit's .*found <html>\.$/,
    },
    { what: 'have no case', text: '<testsuite/>', says: /^There is no test case in report\.xml\.$/ },
    {
      what: 'have no time',
      text: '<testsuite timestamp="soon"><testcase name="a"/></testsuite>',
      says: /^There is no time in report\.xml; say when the run began: --at /,
    },
  ])('that $what are a configuration error that names file and line', async ({ text, says }) => {
    await expect(imported(text, { at: undefined })).rejects.toMatchObject({
      exitCode: 2,
      message: expect.stringMatching(says),
    });
  });

  test('read no other file, and do not grow without limit', async () => {
    const bomb = Array.from(
      { length: 9 },
      (_, level) => `<!ENTITY e${level + 1} "${`&e${level};`.repeat(10)}">`,
    ).join('');
    const texts = [
      '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/hostname">]><testsuite><testcase name="a"><failure>&e;</failure></testcase></testsuite>',
      `<!DOCTYPE a [<!ENTITY e0 "ha">${bomb}]><testsuite><testcase name="a"><failure>&e9;</failure></testcase></testsuite>`,
    ];
    for (const text of texts) {
      const read = await imported(text).catch((error: unknown) => error);
      if (read instanceof Error) expect(read).toMatchObject({ exitCode: 2 });
      else expect(JSON.stringify(read)).not.toMatch(/haha|etc/);
    }
  });

  test('of which one is malformed are refused all', async () => {
    const two = [file(surefire, 'good.xml'), file('<testsuite>', 'bad.xml')];

    await expect(junitRows(two, facts)).rejects.toMatchObject({
      message: expect.stringMatching(/^bad\.xml, /),
    });
  });
});
