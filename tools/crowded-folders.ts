import { globSync, readFileSync } from 'node:fs';
import { fewestLines, folderCounts, mostSources, slightFiles } from './folders/crowded-folders.ts';

// Refuses folders with more than twenty sources, and prints the largest ones. Specs and other tests, fault catalogues
// and generated code do not count. Short files with a single importer and no test are listed, not refused; with
// `--brief` only their number is printed.
// A check that found no source counts as a failure.

const files = globSync('{packages,fixtures,suites,tools,bench,deploy}/**/*.{ts,tsx,mjs}', {
  exclude: (name) => /(^|\/)(node_modules|\.cache|dist)(\/|$)/.test(name),
}).toSorted();
const counts = folderCounts(files);
const crowded = counts.filter(({ sources }) => sources > mostSources);
const slight = slightFiles(files.map((file) => ({ file, text: readFileSync(file, 'utf8') })));

const isBrief = process.argv.includes('--brief');
const lines = [
  `${files.length} files in ${counts.length} folders; the largest:`,
  ...counts.slice(0, 5).map(({ folder, sources }) => `${String(sources).padStart(5)}  ${folder}`),
  ...crowded.map(
    ({ folder, sources }) =>
      `${folder} has ${sources} sources, ${sources - mostSources} too many: move each topic to a folder of its own.`,
  ),
  `${slight.length} files under ${fewestLines} lines with one importer and no test`,
  ...(isBrief ? [] : slight.map(({ file, importer }) => `  ${file} (only ${importer})`)),
];
process.stdout.write(`${lines.join('\n')}\n`);
if (files.length === 0)
  process.stdout.write('No source was found: run this in the root of the repository.\n');
process.exitCode = crowded.length > 0 || files.length === 0 ? 1 : 0;
