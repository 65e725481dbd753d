import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';

const repository = fileURLToPath(new URL('../..', import.meta.url));
const oxlint = path.join(repository, 'node_modules/.bin/oxlint');

// The config of the repository, in a folder of its own in which specs may be bad.
const folder = mkdtempSync(path.join(tmpdir(), 'uat-lint-'));
mkdirSync(path.join(folder, 'suites', 'area'), { recursive: true });
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
  code: string;
  message: string;
}

/** What oxlint has against a spec that holds these lines in a describe block. */
function complaints(...lines: string[]): Diagnostic[] {
  const spec = [
    `import { covers, expect, test } from '@uat/fixtures';`,
    `test.describe('tokens', () => {`,
    ...lines,
    `});`,
  ];
  writeFileSync(path.join(folder, 'suites', 'area', 'tokens.spec.ts'), `${spec.join('\n')}\n`);
  const { stdout, stderr } = spawnSync(oxlint, ['--format', 'json', 'suites'], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (!stdout.trimStart().startsWith('{')) throw new Error(`oxlint did not lint: ${stdout}${stderr}`);
  return (JSON.parse(stdout) as { diagnostics: Diagnostic[] }).diagnostics;
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
  test('passes', () => {
    expect(complaints(...inTest())).toEqual([]);
  });

  test('may make its tests from a literal table, titled by the words of the row', () => {
    const table = [
      `for (const { promise, role } of [{ promise: 'a viewer reads', role: 'viewer' }]) {`,
      `  test(promise, covers('ENG-1'), async ({ as }) => {`,
      `    const reader = await as(role);`,
      `    await expect(reader.auth.me()).toSucceed();`,
      `  });`,
      `}`,
    ];

    expect(complaints(...table)).toEqual([]);
  });
});

const straightLine = 'A test takes one way only: make two tests, or move the logic into a fixture.';
const literalTitle = 'Write the title out, or as a field of the row in the table.';
const noTicket = "Put covers('ENG-…') between the title and the body of the test.";

describe('a bad spec is told what to do', () => {
  test.each([
    {
      what: 'a test without a ticket',
      lines: inTest().map((line) => line.replace(`covers('ENG-1'), `, '')),
      code: 'uat(covers)',
      message: noTicket,
    },
    {
      what: 'a test with details of its own instead of a ticket',
      lines: inTest().map((line) => line.replace(`covers('ENG-1')`, `{ tag: '@ENG-1' }`)),
      code: 'uat(covers)',
      message: noTicket,
    },
    {
      what: 'an interpolated title',
      lines: inTest().map((line) => line.replace(`'a token works'`, '`a token of ${process.pid} works`')),
      code: 'uat(literal-title)',
      message: literalTitle,
    },
    {
      what: 'a title that is put together',
      lines: inTest().map((line) => line.replace(`'a token works'`, `'a token ' + process.pid`)),
      code: 'uat(literal-title)',
      message: literalTitle,
    },
    {
      what: 'an if',
      lines: inTest(`  if (editor) await editor.auth.me();`),
      code: 'uat(straight-line)',
      message: straightLine,
    },
    {
      what: 'a try',
      lines: inTest(`  try { await editor.auth.me(); } finally { await editor.auth.logout(); }`),
      code: 'uat(straight-line)',
      message: straightLine,
    },
    {
      what: 'a switch',
      lines: inTest(`  switch (editor) { default: await editor.auth.me(); }`),
      code: 'uat(straight-line)',
      message: straightLine,
    },
    {
      what: 'a conditional',
      lines: inTest(`  await (editor ? editor.auth.me() : editor.auth.logout());`),
      code: 'uat(straight-line)',
      message: straightLine,
    },
  ])('$what: $code', ({ lines, code, message }) => {
    expect(complaints(...lines)).toContainEqual(expect.objectContaining({ code, message }));
  });

  test.each([
    {
      code: 'playwright(expect-expect)',
      lines: [`test('a token works', covers('ENG-1'), async ({ as }) => {`, `  await as('user');`, `});`],
    },
    { code: 'playwright(no-wait-for-timeout)', lines: inTest(`  await page.waitForTimeout(1000);`) },
    { code: 'playwright(no-networkidle)', lines: inTest(`  await page.waitForLoadState('networkidle');`) },
    { code: 'playwright(no-raw-locators)', lines: inTest(`  await page.locator('.button').click();`) },
    {
      code: 'playwright(no-force-option)',
      lines: inTest(`  await page.getByRole('button').click({ force: true });`),
    },
    {
      code: 'playwright(no-focused-test)',
      lines: inTest().map((line) => line.replace('test(', 'test.only(')),
    },
    {
      code: 'playwright(no-skipped-test)',
      lines: inTest().map((line) => line.replace('test(', 'test.skip(')),
    },
    {
      code: 'playwright(missing-playwright-await)',
      lines: inTest(`  expect(page.getByRole('alert')).toBeVisible();`),
    },
    { code: 'playwright(no-identical-title)', lines: [...inTest(), ...inTest()] },
  ])('$code', ({ code, lines }) => {
    expect(complaints(...lines).map((one) => one.code)).toContain(code);
  });
});
