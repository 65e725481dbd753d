import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { exempt } from './words/refusals.ts';
import { refusedWordsIn, refusedWordsInPath } from './words/refused-words-in.ts';

// Refuses private words and translated-sounding English in code, docs, titles and file names (tools/words/refusals.ts).
// `--summary` prints counts by word and by package instead of each place. A check that read no file counts as a failure.

const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
  encoding: 'utf8',
  maxBuffer: 64 * 1024 * 1024,
});
const files = listed
  .split('\0')
  .filter((file) => file !== '' && existsSync(file) && !exempt.some(({ path }) => path.test(file)));
const found = files.flatMap((file) =>
  [...refusedWordsInPath(file), ...refusedWordsIn(readFileSync(file, 'utf8'))].map((one) => ({
    file,
    ...one,
  })),
);

const isSummary = process.argv.includes('--summary');
process.stdout.write(isSummary ? summary() : places());
if (files.length === 0) process.stdout.write('No file was read: run this in a git work tree.\n');
process.exitCode = found.length > 0 || files.length === 0 ? 1 : 0;

function places(): string {
  return found
    .map(({ file, line, word, say }) => `${file}${line === 0 ? '' : `:${line}`}: '${word}': say ${say}\n`)
    .join('');
}

function summary(): string {
  const room = (file: string) =>
    file
      .split('/')
      .slice(0, file.startsWith('packages/') ? 2 : 1)
      .join('/');
  const counts = (title: string, key: (one: (typeof found)[number]) => string) => [
    title,
    ...[...Map.groupBy(found, key)]
      .map(([name, { length }]) => ({ name, length }))
      .toSorted((a, b) => b.length - a.length)
      .map(({ name, length }) => `${String(length).padStart(6)}  ${name}`),
  ];
  return [
    ...counts('by word', ({ word }) => word),
    ...counts('by package', ({ file }) => room(file)),
    `${found.length} refused words in ${files.length} files`,
    '',
  ].join('\n');
}
