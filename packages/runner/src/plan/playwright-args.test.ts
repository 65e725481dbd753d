import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { playwrightArgs, type Selection } from './playwright-args.ts';

const nothing: Selection = { projects: [], tickets: [], headed: false, ui: false, rest: [] };

/** Whether Playwright would take a test, which it knows as `project file describe title @tags`. */
function takes(selection: Partial<Selection>, titled: string): boolean {
  const args = playwrightArgs({ ...nothing, ...selection });
  return new RegExp(args[args.indexOf('--grep') + 1] ?? '', 'gi').test(` ${titled}`);
}

describe('the arguments of Playwright', () => {
  test('narrow nothing when nothing was asked for', () => {
    expect(playwrightArgs(nothing)).toEqual(['--pass-with-no-tests']);
  });

  test('name the areas, the options, and last what stood behind --', () => {
    expect(
      playwrightArgs({
        projects: ['smoke', 'authnz'],
        tickets: [],
        grep: 'revoked token',
        workers: 3,
        maxFailures: 30,
        headed: true,
        ui: true,
        rest: ['--repeat-each', '2'],
      }),
    ).toEqual([
      '--pass-with-no-tests',
      '--project=smoke',
      '--project=authnz',
      '--grep',
      'revoked token',
      '--workers',
      '3',
      '--max-failures',
      '30',
      '--headed',
      '--ui',
      '--repeat-each',
      '2',
    ]);
  });
});

describe('a filter takes the tests that were asked for and no others', () => {
  const revoked = 'authnz tokens.spec.ts tokens a revoked token stops working @ENG-2861 @A4';

  test.each([
    { what: 'a ticket', selection: { tickets: ['ENG-2861'] }, taken: true },
    { what: 'a ticket in small letters', selection: { tickets: ['eng-2861'] }, taken: true },
    { what: 'the beginning of a ticket', selection: { tickets: ['ENG-286'] }, taken: false },
    { what: 'the end of a ticket', selection: { tickets: ['2861'] }, taken: false },
    { what: 'a ticket with a dot in it', selection: { tickets: ['ENG.2861'] }, taken: false },
    { what: 'one of several tickets', selection: { tickets: ['ENG-1', 'ENG-2861'] }, taken: true },
    { what: 'none of several tickets', selection: { tickets: ['ENG-1', 'ENG-2'] }, taken: false },
    { what: 'a pattern', selection: { tickets: [], grep: 'revoked token' }, taken: true },
    { what: 'a regular expression', selection: { tickets: [], grep: 'revoked|expired' }, taken: true },
    { what: 'another pattern', selection: { tickets: [], grep: 'expired' }, taken: false },
    { what: 'a ticket and a pattern', selection: { tickets: ['ENG-2861'], grep: 'revoked' }, taken: true },
    {
      what: 'a pattern of two ways',
      selection: { tickets: ['ENG-2861'], grep: 'expired|revoked' },
      taken: true,
    },
    {
      what: 'a ticket and another pattern',
      selection: { tickets: ['ENG-2861'], grep: 'expired' },
      taken: false,
    },
    {
      what: 'another ticket and the pattern',
      selection: { tickets: ['ENG-1'], grep: 'revoked' },
      taken: false,
    },
    {
      what: 'another ticket, either pattern',
      selection: { tickets: ['ENG-1'], grep: 'x|revoked' },
      taken: false,
    },
  ])('$what: $taken', ({ selection, taken }) => {
    expect(takes(selection, revoked)).toBe(taken);
  });

  test.each(['two\nlines', 'two\r\nlines', '\nlines', 'two\u2028lines'])(
    'a title with a line break is found by ticket and pattern: %j',
    (title) => {
      expect(takes({ tickets: ['ENG-1'], grep: 'lines' }, `smoke a.spec.ts a ${title} @ENG-1`)).toBe(true);
      expect(takes({ tickets: ['ENG-2'], grep: 'lines' }, `smoke a.spec.ts a ${title} @ENG-1`)).toBe(false);
    },
  );

  test('a longer ticket that begins like the one asked for is another ticket', () => {
    expect(takes({ tickets: ['ENG-1'] }, 'smoke a.spec.ts a b @ENG-12 @ENG-1-2')).toBe(false);
    expect(takes({ tickets: ['ENG-1'] }, 'smoke a.spec.ts a b @ENG-12 @ENG-1')).toBe(true);
  });
});

describe('Playwright itself', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'uat-selection-'));
  const modules = fileURLToPath(new URL('../../node_modules', import.meta.url));

  beforeAll(() => {
    symlinkSync(modules, path.join(folder, 'node_modules'));
    const projects = ['one', 'two'].map((name) => ({ name, testDir: name }));
    writeFileSync(
      path.join(folder, 'playwright.config.mjs'),
      `export default { projects: ${JSON.stringify(projects)} };`,
    );
    for (const area of ['one', 'two']) {
      mkdirSync(path.join(folder, area));
      for (const file of ['in', 'out']) {
        writeFileSync(
          path.join(folder, area, `${file}.spec.mjs`),
          `import { test } from '@playwright/test';
           test('stays', { tag: '@ENG-1' }, () => {});
           test('goes', { tag: '@ENG-1' }, () => {});
           test('stays away', { tag: '@ENG-12' }, () => {});`,
        );
      }
    }
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test('takes area, ticket, pattern and a file behind -- as one selection', async () => {
    const args = playwrightArgs({
      ...nothing,
      projects: ['two'],
      tickets: ['ENG-1'],
      grep: 'stays|leaves',
      rest: ['in'],
    });

    const { stdout } = await execa('playwright', ['test', '--list', ...args], {
      cwd: folder,
      preferLocal: true,
      localDir: modules.replace(/node_modules$/, ''),
    });

    expect(stdout.split('\n').filter((line) => line.includes('›'))).toEqual([
      expect.stringMatching(/\[two\] › .*in\.spec\.mjs:2:\d+ › stays/),
    ]);
  });

  test('takes a file behind -- for a file when only an area was named', async () => {
    const args = playwrightArgs({ ...nothing, projects: ['one'], rest: ['out'] });

    const { stdout } = await execa('playwright', ['test', '--list', ...args], {
      cwd: folder,
      preferLocal: true,
      localDir: modules.replace(/node_modules$/, ''),
    });

    expect(stdout).toContain('Total: 3 tests in 1 file');
  });
});
