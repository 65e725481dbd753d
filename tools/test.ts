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
}

const stages = [
  {
    name: 'checks',
    command: ['node', 'tools/check.ts'],
    tally: async (): Promise<Tally> => ({ passed: 0, failed: 0, skipped: 0 }),
  },
  {
    name: 'unit and contract tests',
    command: ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${vitestJson}`],
    async tally(): Promise<Tally> {
      const counts = z.object({
        numPassedTests: z.number(),
        numFailedTests: z.number(),
        numPendingTests: z.number(),
      });
      const { numPassedTests, numFailedTests, numPendingTests } = counts.parse(await json(vitestJson));
      return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests };
    },
  },
  {
    name: 'suites on the embedded target',
    command: ['node', 'packages/cli/src/main.ts'],
    async tally(): Promise<Tally> {
      const count = z.number();
      const verdict = z.object({
        counts: z.object({ passed: count, failed: count, skipped: count, notEligible: count, notRun: count }),
      });
      const { counts } = verdict.parse(await json('.uat/last/verdict.json'));
      return {
        passed: counts.passed,
        failed: counts.failed + counts.notRun,
        skipped: counts.skipped + counts.notEligible,
      };
    },
  },
];

const total: Tally = { passed: 0, failed: 0, skipped: 0 };
for (const { name, command, tally } of stages) {
  process.stdout.write(`\n${chalk.bold(name)}\n`);
  const { exitCode } = await $({ nothrow: true, stdio: 'inherit' })`${command}`;
  const counted = await tally().catch(() => ({ passed: 0, failed: 0, skipped: 0 }));
  total.passed += counted.passed;
  total.skipped += counted.skipped;
  // A stage that ended badly counts as a failure, also when it counted none itself.
  total.failed += exitCode === 0 ? counted.failed : Math.max(1, counted.failed);
}
await rm(folder, { recursive: true });

process.stdout.write(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped\n`);
process.exitCode = total.failed > 0 ? 1 : 0;

async function json(file: string): Promise<unknown> {
  return JSON.parse(await readFile(file, 'utf8'));
}
