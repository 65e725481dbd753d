import { $, chalk } from 'zx';

interface Check {
  name: string;
  command: string[];
  /** Advice for a failed check. */
  fix?: string;
  /** Prints the output of a passed check too. */
  verbose?: true;
}

// `pnpm check`: everything that can be known without running the code. Each check prints one line, and its output when it
// fails. All of them run, two at a time, so that one round shows everything to fix.
const checks: Check[] = [
  { name: 'format', command: ['oxfmt', '--check', '.'], fix: 'pnpm fix' },
  {
    name: 'lint',
    command: ['oxlint', '--type-aware', '--deny-warnings'],
    fix: 'pnpm fix, or follow the message',
  },
  { name: 'types', command: ['tsc', '--noEmit'] },
  { name: 'dependencies', command: ['node', 'tools/check-dependencies.ts'], verbose: true },
  { name: 'crowded folders', command: ['node', 'tools/crowded-folders.ts', '--brief'], verbose: true },
  { name: 'refused words', command: ['node', 'tools/refused-words.ts'] },
  { name: 'workflows', command: ['node', 'tools/check-workflows.ts'] },
  { name: 'unused code', command: ['knip'] },
  {
    name: 'generated types',
    command: ['node', 'packages/sdk/src/generate.ts', '--check'],
    fix: 'pnpm sdk:generate',
  },
  {
    name: 'catalogue of faults',
    command: ['node', 'packages/faults/src/generate.ts', '--check'],
    fix: 'pnpm docs',
  },
  {
    name: 'pages on promises, ids of tests',
    command: ['node', 'tools/generate-promises.ts', '--check'],
    fix: 'pnpm docs, unless it names another command',
  },
  {
    name: 'tables of fixtures',
    command: ['node', 'tools/generate-fixtures.ts', '--check'],
    fix: 'pnpm run docs',
  },
  {
    name: 'schema of the verdict',
    command: ['node', 'tools/generate-verdict-schema.ts', '--check'],
    fix: 'pnpm run docs',
  },
  {
    name: 'page on the architecture',
    command: ['node', 'tools/generate-architecture.ts', '--check'],
    fix: 'pnpm docs',
  },
];

let red = 0;
const waiting = [...checks];
// Most checks use one core.
await Promise.all([work(), work()]);
process.stdout.write(`${checks.length - red} passed, ${red} failed\n`);
process.exitCode = red > 0 ? 1 : 0;

async function work(): Promise<void> {
  for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
    const { name, command, fix, verbose = false } = check;
    const started = Date.now();
    const { exitCode, stdall } = await $({ nothrow: true, quiet: true })`${command}`;
    const seconds = chalk.gray(`${((Date.now() - started) / 1000).toFixed(1)} s`);
    process.stdout.write(`  ${exitCode === 0 ? chalk.green('✓') : chalk.red('✗')} ${name}  ${seconds}\n`);
    if (exitCode === 0) {
      if (verbose) process.stdout.write(chalk.gray(stdall.trimEnd().replaceAll(/^/gm, '      ')) + '\n');
      continue;
    }
    red += 1;
    process.stdout.write(
      `${stdall.trimEnd()}\n${fix === undefined ? '' : chalk.yellow(`  to fix it: ${fix}\n`)}`,
    );
  }
}
