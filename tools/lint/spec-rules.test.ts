import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const repository = fileURLToPath(new URL('../..', import.meta.url));
const oxlint = path.join(repository, 'node_modules/.bin/oxlint');

// The repository's config, in a temporary folder for specs that break the rules.
const folder = mkdtempSync(path.join(tmpdir(), 'uat-lint-'));
const suites = path.join(folder, 'suites', 'area');
mkdirSync(suites, { recursive: true });
writeFileSync(
  path.join(folder, '.oxlintrc.json'),
  JSON.stringify({
    ...(JSON.parse(readFileSync(path.join(repository, '.oxlintrc.json'), 'utf8')) as object),
    jsPlugins: [
      { name: 'playwright', specifier: fileURLToPath(import.meta.resolve('eslint-plugin-playwright')) },
      path.join(repository, 'tools/lint/spec-rules.ts'),
    ],
  }),
);
afterAll(() => rmSync(folder, { recursive: true }));

interface Diagnostic {
  filename: string;
  code: string;
  message: string;
}

/** Writes a spec with these lines in a describe block and returns its file name; all specs are linted at once. */
function spec(lines: string[]): string {
  const name = `${readdirSync(suites).length}.spec.ts`;
  const text = [
    `import { covers, expect, test } from '@uat/fixtures';`,
    `test.describe('tokens', () => {`,
    ...lines,
    `});`,
  ];
  writeFileSync(path.join(suites, name), `${text.join('\n')}\n`);
  return name;
}

let found: Diagnostic[];
beforeAll(() => {
  const { stdout, stderr } = spawnSync(oxlint, ['--format', 'json', 'suites'], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (!stdout.trimStart().startsWith('{')) throw new Error(`oxlint did not lint: ${stdout}${stderr}`);
  found = (JSON.parse(stdout) as { diagnostics: Diagnostic[] }).diagnostics;
});

/** The diagnostics of oxlint for a spec. */
function complaints(name: string): Diagnostic[] {
  return found.filter(({ filename }) => path.basename(filename) === name);
}

const inTest = (...body: string[]) => [
  `test('a token works', covers('ENG-1'), async ({ as, page }) => {`,
  `  const editor = await as('user');`,
  `  await page.goto('/models');`,
  ...body,
  `  await expect(editor.auth.me()).toSucceed();`,
  `});`,
];

describe('a good spec', () => {
  const plain = spec(inTest());
  test('passes', () => {
    expect(complaints(plain)).toEqual([]);
  });

  const table = spec([
    `for (const { promise, role } of [{ promise: 'a viewer reads', role: 'viewer' }]) {`,
    `  test(promise, covers('ENG-1'), async ({ as }) => {`,
    `    const reader = await as(role);`,
    `    await expect(reader.auth.me()).toSucceed();`,
    `  });`,
    `}`,
  ]);
  test('may make its tests from a literal table, titled by the words of the row', () => {
    expect(complaints(table)).toEqual([]);
  });
});

const straightLine = 'A test has no branches: write two tests, or move the logic into a fixture.';
const literalTitle = 'Write the title out, or as a field of the row in the table.';
const noTicket = "Put covers('ENG-…') between the title and the body of the test.";

describe('a bad spec is told what to do', () => {
  test.each([
    {
      what: 'a test without a ticket',
      name: spec(inTest().map((line) => line.replace(`covers('ENG-1'), `, ''))),
      code: 'uat(covers)',
      message: noTicket,
    },
    {
      what: 'a test with details of its own instead of a ticket',
      name: spec(inTest().map((line) => line.replace(`covers('ENG-1')`, `{ tag: '@ENG-1' }`))),
      code: 'uat(covers)',
      message: noTicket,
    },
    {
      what: 'an interpolated title',
      name: spec(
        inTest().map((line) => line.replace(`'a token works'`, '`a token of ${process.pid} works`')),
      ),
      code: 'uat(literal-title)',
      message: literalTitle,
    },
    {
      what: 'a title that is put together',
      name: spec(inTest().map((line) => line.replace(`'a token works'`, `'a token ' + process.pid`))),
      code: 'uat(literal-title)',
      message: literalTitle,
    },
    {
      what: 'an if',
      name: spec(inTest(`  if (editor) await editor.auth.me();`)),
      code: 'uat(straight-line)',
      message: straightLine,
    },
    {
      what: 'a try',
      name: spec(inTest(`  try { await editor.auth.me(); } finally { await editor.auth.logout(); }`)),
      code: 'uat(straight-line)',
      message: straightLine,
    },
    {
      what: 'a switch',
      name: spec(inTest(`  switch (editor) { default: await editor.auth.me(); }`)),
      code: 'uat(straight-line)',
      message: straightLine,
    },
    {
      what: 'a conditional',
      name: spec(inTest(`  await (editor ? editor.auth.me() : editor.auth.logout());`)),
      code: 'uat(straight-line)',
      message: straightLine,
    },
  ])('$what: $code', ({ name, code, message }) => {
    expect(complaints(name)).toContainEqual(expect.objectContaining({ code, message }));
  });

  test.each([
    {
      code: 'playwright(expect-expect)',
      name: spec([
        `test('a token works', covers('ENG-1'), async ({ as }) => {`,
        `  await as('user');`,
        `});`,
      ]),
    },
    { code: 'playwright(no-wait-for-timeout)', name: spec(inTest(`  await page.waitForTimeout(1000);`)) },
    {
      code: 'playwright(no-networkidle)',
      name: spec(inTest(`  await page.waitForLoadState('networkidle');`)),
    },
    { code: 'playwright(no-raw-locators)', name: spec(inTest(`  await page.locator('.button').click();`)) },
    {
      code: 'playwright(no-force-option)',
      name: spec(inTest(`  await page.getByRole('button').click({ force: true });`)),
    },
    {
      code: 'playwright(no-focused-test)',
      name: spec(inTest().map((line) => line.replace('test(', 'test.only('))),
    },
    {
      code: 'playwright(no-skipped-test)',
      name: spec(inTest().map((line) => line.replace('test(', 'test.skip('))),
    },
    {
      code: 'playwright(missing-playwright-await)',
      name: spec(inTest(`  expect(page.getByRole('alert')).toBeVisible();`)),
    },
    { code: 'playwright(no-identical-title)', name: spec([...inTest(), ...inTest()]) },
  ])('$code', ({ code, name }) => {
    expect(complaints(name).map((one) => one.code)).toContain(code);
  });
});
