import { readFileSync, writeFileSync } from 'node:fs';
import { $, chalk } from 'zx';
import { withBlock } from './architecture/architecture-page.ts';
import { fixturesIn, fixtureTable } from './fixtures/fixture-table.ts';

// `pnpm run docs`: brings the tables of fixtures in docs/first-spec.md up to date with fixtures/catalogue.ts; with
// `--check` only says whether they are.

const page = 'docs/first-spec.md';
const catalogue = readFileSync('fixtures/catalogue.ts', 'utf8');
const blocks = {
  TestFixtures: 'fixtures',
  WorkerFixtures: 'worker fixtures',
  InstallerFixtures: 'installer fixtures',
};
const before = readFileSync(page, 'utf8');
const updated = Object.entries(blocks).reduce(
  (text, [name, block]) => withBlock(text, block, fixtureTable(fixturesIn(catalogue, name))),
  before,
);
const after = (await $({ input: updated, quiet: true })`oxfmt --stdin-filepath ${page}`).stdout;

if (after !== before && process.argv.includes('--check')) {
  process.stdout.write(`${page} does not show the fixtures of fixtures/catalogue.ts.\n`);
  process.exitCode = 1;
} else if (after !== before) {
  writeFileSync(page, after);
  process.stdout.write(`${chalk.green('✓')} ${page}\n`);
}
