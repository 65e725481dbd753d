import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { $, chalk } from 'zx';

// `pnpm test`: the static checks, the unit and contract tests, the suites on the embedded target. All of them run
// whatever the others say; the last line adds up what was counted.
const folder = await mkdtemp(path.join(tmpdir(), 'uat-test-'));
const vitestJson = path.join(folder, 'vitest.json');

interface Tally {
  passed: number;
  failed: number;
  skipped: number;
  /** What failed, by name: the end of a long log is often all that is kept of it. */
  failures: string[];
}

/** What a stage has counted that has no tests, or has not come to them. */
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
      const count = z.number();
      const verdict = z.object({
        counts: z.object({ passed: count, failed: count, skipped: count, notEligible: count, notRun: count }),
        failures: z.array(z.object({ title: z.string() })),
      });
      const { counts, failures } = verdict.parse(await json('.uat/last/verdict.json'));
      return {
        passed: counts.passed,
        failed: counts.failed + counts.notRun,
        skipped: counts.skipped + counts.notEligible,
        failures: failures.map(({ title }) => title),
      };
    },
  },
];

// The packages that the suites install are written beside the other stages, by what time these leave: tests wait a lot.
// Where that fails, the suites write them, and say why they cannot.
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
  // A stage that ended badly counts as a failure, also when it counted none itself; so do tests of which none passed.
  const proved = exitCode === 0 && (!tally || counted.passed > 0);
  total.failed += proved ? counted.failed : Math.max(1, counted.failed);
  if (!proved)
    failures.push(...(counted.failures.length > 0 ? counted.failures : [`${name}, exit code ${exitCode}`]));
}
await rm(folder, { recursive: true });

const summary = `${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`;
process.stdout.write(['', ...failures.map((failure) => `failed: ${failure}`), summary, ''].join('\n'));
process.exitCode = total.failed > 0 ? 1 : 0;

async function json(file: string): Promise<unknown> {
  return JSON.parse(await readFile(file, 'utf8'));
}
