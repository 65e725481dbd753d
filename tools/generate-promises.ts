import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { loadConfig } from '@uat/config';
import { readTestIds, testIdsFile, writeTestIds } from '@uat/record';
import { z } from 'zod';
import { $, chalk } from 'zx';
import { idComplaints, withNewIds } from './id-complaints.ts';
import { promisesPage } from './promises-page.ts';
import { rolesInSpec } from './roles-in-spec.ts';

// `pnpm docs` writes docs/<area>.md for each area with faults to catch; with --check it only says whether the pages are up
// to date. A test that claims to catch an unknown fault fails either way, and so do a fault that names an unknown test and a
// test id that is gone without an explanation, since its history hangs on it. Ids of new tests are added to suites/test-ids.json.
const text = z.string();
const testsSchema = z.object({
  tests: z.array(
    z.object({
      id: text,
      title: text,
      file: text,
      area: text,
      capability: text,
      tickets: z.array(text),
      catches: z.array(text),
      requires: z.array(text),
    }),
  ),
});
const redTest = z.object({ test: text });
const faultsSchema = z.object({
  faults: z.array(
    z.object({
      ...{ id: text, area: text, sentence: text, source: text },
      caughtBy: redTest.extend({ alsoRed: z.array(redTest).default([]) }).optional(),
    }),
  ),
});

const check = process.argv.includes('--check');
const { areas, tickets, root, suites } = await loadConfig();
const [{ faults }, { tests }] = await Promise.all([uat(faultsSchema, 'faults'), uat(testsSchema, 'list')]);

for (const { file, catches: claims } of tests) {
  for (const claim of claims.filter((id) => !faults.some((one) => one.id === id))) {
    process.stdout.write(`${file} claims to catch ${claim}, and there is no such fault.\n`);
    process.exitCode = 1;
  }
}

const titles = new Set(['*', ...tests.map(({ title }) => title)]);
for (const { id, caughtBy } of faults) {
  const named = caughtBy === undefined ? [] : [caughtBy, ...caughtBy.alsoRed];
  for (const { test } of named.filter((one) => !titles.has(one.test))) {
    process.stdout.write(`Fault ${id} names the test '${test}', and no test has that title.\n`);
    process.exitCode = 1;
  }
}

for (const [area, { title }] of Object.entries(areas)) {
  const known = faults
    .filter((one) => one.area === area)
    .map((one) => ({
      ...one,
      // A smoke test may be the one that catches it.
      noticedBy: tests.filter((test) => test.catches.includes(one.id)).length,
    }));
  if (known.length === 0) continue;
  const promises = tests
    .filter((test) => test.area === area)
    .map((test) => {
      const [file = '', line] = test.file.split(':');
      const roles = rolesInSpec(file, readFileSync(file, 'utf8'))(Number(line), test.title);
      return {
        ...test,
        file,
        roles,
        requires: test.requires.filter((requirement) => !requirement.startsWith('role:')),
      };
    });
  const guideFile = `docs/guides/${area}.md`;
  const guide = existsSync(guideFile) ? readFileSync(guideFile, 'utf8') : undefined;
  const page = promisesPage({ title, area, guide, promises, faults: known, ticketUrl: tickets.url });
  const file = `docs/${area}.md`;
  const fresh = (await $({ input: page, quiet: true })`oxfmt --stdin-filepath ${file}`).stdout;
  if (existsSync(file) && readFileSync(file, 'utf8') === fresh) continue;
  if (check) {
    process.stdout.write(`${file} does not match the specs and the catalogue of faults.\n`);
    process.exitCode = 1;
  } else {
    writeFileSync(file, fresh);
    process.stdout.write(`${chalk.green('✓')} ${file}\n`);
  }
}

const folder = path.resolve(root, suites);
const idsFile = path.relative(process.cwd(), testIdsFile(folder));
const today = tests.map(({ id }) => id);
const known = readTestIds(folder);
const all = withNewIds(known, today);
const complaints = idComplaints(known, today);
if (complaints.length > 0) {
  process.stdout.write(`${complaints.join('\n')}\n`);
  process.exitCode = 1;
} else if (!isDeepStrictEqual(known, all)) {
  if (check) {
    process.stdout.write(`${idsFile} lacks some of the existing tests.\n`);
    process.exitCode = 1;
  } else {
    writeTestIds(folder, all);
    process.stdout.write(`${chalk.green('✓')} ${idsFile}\n`);
  }
}

/** The JSON output of a `uat` command, checked against its schema. */
async function uat<T>(schema: z.ZodType<T>, command: string): Promise<T> {
  const { stdout } = await $({ quiet: true })`node packages/cli/src/main.ts ${command} --json -`;
  return schema.parse(JSON.parse(stdout));
}
