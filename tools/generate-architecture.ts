import { globSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { $, chalk } from 'zx';
import { packageDiagram, packageTable, withBlock } from './architecture/architecture-page.ts';
import { type GraphPackage, importedPackages, reducedImports, wings } from './architecture/package-graph.ts';

// `pnpm docs`: brings the table and the diagram of docs/architecture.md up to date with the packages and their imports;
// with `--check` only says whether they are.

const page = 'docs/architecture.md';
const manifestSchema = z.object({
  name: z.string().startsWith('@uat/'),
  description: z.string(),
  uat: z.object({ wing: z.enum(wings) }),
});

const found = globSync(['packages/*/package.json', 'fixtures/package.json']).toSorted().map(readPackage);
const packages: (GraphPackage & { folder: string })[] = [
  {
    name: 'suites',
    description: 'What is checked: an area per folder, a capability per file',
    wing: 'specs',
    folder: 'suites',
  },
  ...found,
];
const imports = new Map(packages.map(({ name, folder }) => [name, importsOf(name, folder)]));
const before = readFileSync(page, 'utf8');
const updated = withBlock(
  withBlock(before, 'packages', packageTable(packages)),
  'imports',
  packageDiagram(packages, reducedImports(imports)),
);
const after = (await $({ input: updated, quiet: true })`oxfmt --stdin-filepath ${page}`).stdout;

if (after !== before && process.argv.includes('--check')) {
  process.stdout.write(`${page} does not show the packages and imports of the code.\n`);
  process.exitCode = 1;
} else if (after !== before) {
  writeFileSync(page, after);
  process.stdout.write(`${chalk.green('✓')} ${page}\n`);
}

function readPackage(file: string): GraphPackage & { folder: string } {
  const parsed = manifestSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (!parsed.success)
    throw new Error(
      `${file} needs a description of one line and its wing, such as "uat": { "wing": "harness" }: ${z.prettifyError(parsed.error)}`,
    );
  const { name, description, uat } = parsed.data;
  return { name: name.slice('@uat/'.length), description, wing: uat.wing, folder: path.dirname(file) };
}

/** The packages that the sources of a folder import, tests and stand-ins aside. */
function importsOf(name: string, folder: string): Set<string> {
  const sources = globSync(`${folder}/**/*.{ts,tsx}`, { exclude: (file) => file.includes('node_modules') });
  const isForTests = /\.test\.tsx?$|\/testing\/(?!src)|^packages\/cli\/contract\//;
  return new Set(
    sources
      .filter((file) => !isForTests.test(file))
      .flatMap((file) => importedPackages(readFileSync(file, 'utf8')))
      .filter((imported) => imported !== name),
  );
}
