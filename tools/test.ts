import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { verdictSchema } from '@uat/record';
import { z } from 'zod';
import { $, chalk } from 'zx';

// `pnpm test`: the static checks, the unit and contract tests, the suites on the embedded target. A failed stage does not
// keep the next one from running; the last line adds up the counts of all of them.
const folder = await mkdtemp(path.join(tmpdir(), 'uat-test-'));
const vitestJson = path.join(folder, 'vitest.json');

interface Tally {
  passed: number;
  failed: number;
  skipped: number;
  /** Names of the failed tests, repeated at the end: often only the end of a long log is kept. */
  failures: string[];
}

/** The tally of a stage that has no tests, or ended before them. */
const none: Tally = { passed: 0, failed: 0, skipped: 0, failures: [] };

const suites = 'suites on the embedded target';
const stages = [
  { name: 'checks', command: ['node', 'tools/check.ts'], tally: undefined },
  {
    name: 'unit and contract tests',
    command: ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${vitestJson}`],
    async tally(): Promise<Tally> {
      const counts = z.object({
        numPassedTests: z.number(),
        numFailedTests: z.number(),
        numPendingTests: z.number(),
        testResults: z.array(
          z.object({
            name: z.string(),
            status: z.string(),
            assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
          }),
        ),
      });
      const results = counts.parse(await json(vitestJson));
      return {
        passed: results.numPassedTests,
        failed: results.numFailedTests,
        skipped: results.numPendingTests,
        failures: results.testResults
          .filter(({ status }) => status === 'failed')
          .flatMap(({ name, assertionResults }) => {
            const file = path.relative('.', name);
            const failed = assertionResults.filter(({ status }) => status === 'failed');
            return failed.length > 0 ? failed.map(({ fullName }) => `${file}: ${fullName}`) : [file];
          }),
      };
    },
  },
  {
    name: suites,
    command: ['node', 'packages/cli/src/main.ts'],
    async tally(): Promise<Tally> {
      const { counts, failures } = verdictSchema.parse(await json('.uat/last/verdict.json'));
      return {
        passed: counts.passed,
        failed: counts.failed + counts.notRun,
        skipped: counts.skipped + counts.notEligible,
        failures: failures.map(({ title }) => title),
      };
    },
  },
];

// The packages that the suites install are written in the background, at the lowest priority: the other stages wait a lot.
// If that fails, the suites write them, and report why they cannot.
const packing = $({ nothrow: true, quiet: true })`nice -n 19 node packages/platform/release/main.ts`;

const total = { passed: 0, failed: 0, skipped: 0 };
const failures: string[] = [];
for (const { name, command, tally } of stages) {
  if (name === suites) await packing;
  process.stdout.write(`\n${chalk.bold(name)}\n`);
  const { exitCode } = await $({ nothrow: true, stdio: 'inherit' })`${command}`;
  const counted = tally ? await tally().catch(() => none) : none;
  total.passed += counted.passed;
  total.skipped += counted.skipped;
  // A stage with a bad exit code counts as at least one failure, and so does a stage in which no test passed.
  const isGreen = exitCode === 0 && (!tally || counted.passed > 0);
  total.failed += isGreen ? counted.failed : Math.max(1, counted.failed);
  if (!isGreen)
    failures.push(...(counted.failures.length > 0 ? counted.failures : [`${name}, exit code ${exitCode}`]));
}
await rm(folder, { recursive: true });

const summary = `${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`;
process.stdout.write(['', ...failures.map((failure) => `failed: ${failure}`), summary, ''].join('\n'));
process.exitCode = total.failed > 0 ? 1 : 0;

async function json(file: string): Promise<unknown> {
  return JSON.parse(await readFile(file, 'utf8'));
}
