import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Command, CommanderError } from 'commander';
import { configurationError, projectRoot } from '@uat/core';
import { z } from 'zod';
import type { EfficacyOptions } from './commands/efficacy.ts';
import type { EfficacyHarnessOptions } from './commands/efficacy-harness.ts';
import type { FaultsOptions } from './commands/faults.ts';
import type { MergeOptions } from './commands/merge.ts';
import type { PlanOptions } from './commands/plan-run.ts';
import { addCompletionCommands } from './completion/completion-commands.ts';
import { addHistoryCommands } from './history-commands.ts';
import { addGithubCommands } from './github-commands.ts';
import { addIntentCommands } from './intent-commands.ts';
import { configOption, jsonOption, laneOption } from './options/common-options.ts';
import type { RunOptions, TargetOptions } from './options/options.ts';
import type { StopSignals } from './terminal/stop-signals.ts';

const examples = `
Examples:
  $ pnpm uat                                 every area, on the embedded platform
  $ pnpm uat authnz                          one area
  $ pnpm uat authnz --grep 'revoked token'   the tests whose title matches
  $ pnpm uat --ticket ENG-2861               the tests of a ticket
  $ pnpm uat --target https://kamiwaza.example.com --grant tokens,sessions
  $ pnpm uat installers --artifact nginx_1.22_amd64.deb
  $ pnpm uat authnz -- --repeat-each 3       arguments after -- go to Playwright

Exit codes: 0 pass, 1 regression, 2 configuration, 3 infrastructure, 4 nothing ran, 130/143 interrupted.`;

/**
 * Parses the arguments of `uat`, runs the command and gives the exit code.
 * @throws UatError when there is no run whose verdict could report the error, such as for a malformed command line.
 */
export async function runCommandLine(argv: string[], stop: StopSignals): Promise<number> {
  const dashes = argv.indexOf('--');
  const ours = dashes === -1 ? argv : argv.slice(0, dashes);
  const rest = dashes === -1 ? [] : argv.slice(dashes + 1);
  let exitCode = 0;

  const program = new Command('uat')
    .description('Checks that a Kamiwaza deployment keeps its promises.')
    .version(versionLine(), '--version', 'print name and version')
    .addHelpText('after', examples)
    .exitOverride()
    .configureOutput({ writeErr: () => undefined })
    .showSuggestionAfterError()
    .enablePositionalOptions();

  const runCommand = withTarget(withSelection(program.command('run [areas...]', { isDefault: true })))
    .description('run areas against a target and judge it (the default command)')
    .addOption(laneOption())
    .option('--out <dir>', 'put the run’s files there instead of .uat/runs/<id>')
    .option('--no-report', 'do not generate the report; `uat open` does it later')
    .option('--open', 'open the report at the end')
    .option('--plan <file>', 'run one shard of this plan (pnpm uat plan)')
    .option('--shard <i/n>', 'which one: 2/3')
    .option('--timeout <time>', 'end the run after this time (90s, 20m, 1h)')
    .option('--last-failed', 'only tests that failed in the last run, or were not judged')
    .option('--workers <n>', 'number of tests at a time')
    .option('--max-failures <n>', 'end the run after this many failures (default: the lane’s; 30 in cd)')
    .option(
      '--fault <ids>',
      'seed faults in the embedded platform (A4,A24), on the way to a target (A24), or in the fixture package (F5)',
      repeated,
    )
    .option('--artifact <file>', 'install this package instead of those of the embedded platform')
    .option('--previous <file>', 'the earlier version to upgrade from')
    .option('--profile <name>', 'its profile: a file of suites/installers/products')
    .option('--driver <name>', 'driver for clean machines (overlay, chroot, ssh, static)')
    .option('--aside', 'leave .uat/last unchanged')
    .option('--request <file>', 'read the request for the run from this file (JSON), instead of options')
    .option('--headed', 'show the browser')
    .option('--ui', 'Playwright’s UI mode, with the platform kept running')
    .addHelpText('after', examples)
    .action(async (areas: string[], options: RunOptions) => {
      const { run } = await import('./commands/run.ts');
      exitCode = await run({ ...options, areas, rest }, stop);
    });

  withSelection(program.command('list [areas...]'))
    .description('list the selected tests without running them')
    .addOption(configOption())
    .addOption(jsonOption())
    .addHelpText('after', '\nExample:\n  $ pnpm uat list authnz --json -')
    .action(async (areas: string[], options: RunOptions & { json?: string }) => {
      const { list } = await import('./commands/list.ts');
      exitCode = await list({ ...options, areas, rest }, stop);
    });

  withTarget(program.command('doctor'))
    .description('check this machine and the target, and say what to do')
    .addOption(jsonOption())
    .addHelpText('after', '\nExample:\n  $ pnpm uat doctor --target https://kamiwaza.example.com')
    .action(async (options: RunOptions & { json?: string }) => {
      const { doctor } = await import('./commands/doctor.ts');
      exitCode = await doctor(options, stop);
    });

  program
    .command('open [run]')
    .description(
      'open the report of the last run, of a run id or of a folder, generated first when missing or outdated',
    )
    .addHelpText('after', '\nExamples:\n  $ pnpm uat open\n  $ pnpm uat open 20261122-1831-k3f9')
    .action(async (which?: string) => {
      const { open } = await import('./commands/open.ts');
      exitCode = await open(which);
    });

  program
    .command('judge [run]')
    .description('judge a run again from its folder alone: the last run, a run id or any folder')
    .addOption(jsonOption())
    .addHelpText('after', '\nExample:\n  $ pnpm uat judge ~/Downloads/uat-run')
    .action(async (which: string | undefined, options: { json?: string }) => {
      const { judge } = await import('./commands/judge.ts');
      exitCode = await judge(which, options);
    });

  program
    .command('merge <runs...>')
    .description('merge the parts of a run (ids or folders) into one, and judge it')
    .requiredOption('--out <dir>', 'folder for the merged run; must be empty or a run’s')
    .option('--no-report', 'do not generate the report; `uat open` does it later')
    .addOption(jsonOption())
    .addHelpText('after', '\nExample:\n  $ pnpm uat merge part-1 part-2 part-3 --out merged')
    .action(async (parts: string[], options: MergeOptions) => {
      const { merge } = await import('./commands/merge.ts');
      exitCode = await merge(parts, options);
    });

  withTarget(withSelection(program.command('plan [areas...]')))
    .description('pin which test runs in which shard, before any shard starts')
    .option('--shards <n>', 'number of shards', '1')
    .option('--timings <file>', 'plan these instead of tests: a JSON object with the seconds of each unit')
    .option('--since <ref>', 'only tests that the changes since this commit concern')
    .option('--remaining <plan>', 'only tests that another plan left out')
    .option('--budget <time>', 'leave out what would not end within this time (10m)')
    .addOption(laneOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      '\nExample:\n  $ pnpm uat plan --lane cd --shards 3 --json plan.json\n  $ pnpm uat --plan plan.json --shard 1/3 --out part-1\n  $ pnpm uat merge part-1 part-2 part-3 --out merged\n  $ pnpm uat plan --timings timings.json --shards 8',
    )
    .action(async (areas: string[], options: PlanOptions & { timings?: string }) => {
      const { timings } = options;
      if (timings !== undefined) {
        const { planTimings } = await import('./commands/plan-timings.ts');
        exitCode = planTimings({ ...options, areas, timings });
        return;
      }
      const { planRunCommand } = await import('./commands/plan-run.ts');
      exitCode = await planRunCommand({ ...options, areas, rest }, stop);
    });

  program
    .command('trace [words]')
    .description('open the trace of the first failure of the last run whose title or id contains these words')
    .option('--run <run>', 'another run: an id or a folder')
    .addHelpText('after', "\nExample:\n  $ pnpm uat trace 'revoked token'")
    .action(async (words: string | undefined, options: { run?: string }) => {
      const { trace } = await import('./commands/trace.ts');
      exitCode = await trace(words, options);
    });

  const measured = program
    .command('efficacy [areas...]')
    .enablePositionalOptions()
    .description('seed one fault at a time in the embedded platform, and report the tests that catch it')
    .option('--fault <ids...>', 'only these faults (A4 A24, or A4,A24)')
    .option('--fast', 'run only the tests that claim to catch the fault, until one does')
    .option('--stop-when-caught', 'end each run when a test has caught its fault (default with --fast)')
    .option('--no-stop-when-caught', 'continue to the last test, also with --fast')
    .option('--sample <n>', 'only a random sample of the faults of an area')
    .option('--seed <n>', 'draw the same sample again')
    .option('--part <i/n>', 'only every n-th fault (of the sample), from the i-th')
    .option('--resume', 'reuse the results of runs on the same sources')
    .addOption(configOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      '\nExamples:\n  $ pnpm uat efficacy authnz\n  $ pnpm uat efficacy authnz --fast --fault A4 A24\n  $ pnpm uat efficacy authnz --fast --sample 30 --seed 7\n  $ pnpm uat efficacy authnz --part 1/2\n  $ pnpm uat efficacy authnz --resume           continue after a stop',
    )
    .action(async (areas: string[], options: EfficacyOptions) => {
      const { efficacy } = await import('./commands/efficacy.ts');
      exitCode = await efficacy({ ...options, areas }, stop);
    });
  measured
    .command('harness')
    .description(
      'play the situations that a run can get into, from a dead shard to a full disk, and report which verdicts are right',
    )
    .option('--situation <ids...>', 'only these situations (dead-shard ctrl-c, or dead-shard,ctrl-c)')
    .option('--fast', 'only situations that need no run of tests: merges and judgements of edited records')
    .option('--sample <n>', 'only a random sample of the situations')
    .option('--seed <n>', 'draw the same sample again')
    .option('--part <i/n>', 'only every n-th situation (of the sample), from the i-th')
    .addOption(jsonOption())
    .addHelpText(
      'after',
      '\nExamples:\n  $ pnpm uat efficacy harness\n  $ pnpm uat efficacy harness --fast\n  $ pnpm uat efficacy harness --situation dead-shard ctrl-c',
    )
    .action(async (options: EfficacyHarnessOptions) => {
      const { efficacyHarness } = await import('./commands/efficacy-harness.ts');
      exitCode = await efficacyHarness(options, stop);
    });

  program
    .command('faults [areas...]')
    .description('list the faults that can be seeded')
    .option('--layer <layer>', 'only faults of this layer (service, wire, package)')
    .option('--capability <name>', 'only faults that break this capability')
    .option('--held-out', 'faults that no test was written for, and that efficacy leaves out')
    .addOption(configOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      '\nExamples:\n  $ pnpm uat faults authnz\n  $ pnpm uat faults --layer wire                  these also work with --target',
    )
    .action(async (areas: string[], options: Omit<FaultsOptions, 'areas'>) => {
      const { faults } = await import('./commands/faults.ts');
      exitCode = await faults({ ...options, areas });
    });

  addHistoryCommands(program, stop, (code) => {
    exitCode = code;
  });

  withTarget(program.command('sweep'))
    .description('remove what killed runs left, on this machine and on the target')
    .option('--older-than <time>', 'only resources older than this (90s, 20m, 24h)', '24h')
    .addHelpText('after', '\nExample:\n  $ pnpm uat sweep --target env --older-than 2h')
    .action(async (options: TargetOptions & { olderThan: string }) => {
      const { sweep } = await import('./commands/sweep.ts');
      exitCode = await sweep(options, stop);
    });

  addIntentCommands(program, stop, (code) => {
    exitCode = code;
  });
  addGithubCommands(program, {
    uat: (words) => runCommandLine(words, stop),
    stop,
    done: (code) => {
      exitCode = code;
    },
  });
  addCompletionCommands(program, { byDefault: runCommand, argv, stop });

  try {
    await program.parseAsync(ours, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return 0;
    throw configurationError(`${error.message.replace(/^error: /, '')}\nSee pnpm uat --help.`);
  }
}

function withTarget(command: Command): Command {
  return command
    .option(
      '--target <name|url>',
      'the target: a name from uat.config.ts, or a URL (default: UAT_TARGET, else the embedded platform)',
    )
    .option('--grant <grants>', 'what the run may change on the target (tokens,sessions … or all)', repeated)
    .option('--ca <file>', 'PEM file with the certificate authority of the target')
    .addOption(configOption());
}

function withSelection(command: Command): Command {
  return command
    .option('--grep <pattern>', 'only tests whose title matches this regular expression')
    .option('--ticket <id>', 'only tests of this ticket; repeatable', repeated);
}

/** Collects the values of a repeatable option. */
function repeated(value: string, before: string[] = []): string[] {
  return [...before, value];
}

const packageSchema = z.object({ name: z.string(), version: z.string() });

/** The output of `uat --version`: name and version of the repository. */
function versionLine(): string {
  const file = readFileSync(path.join(projectRoot, 'package.json'), 'utf8');
  const { name, version } = packageSchema.parse(JSON.parse(file));
  return `${name} ${version}`;
}
