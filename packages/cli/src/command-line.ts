import { Command, CommanderError } from 'commander';
import { configurationError } from '@uat/core';
import type { EfficacyOptions } from './commands/efficacy.ts';
import type { FaultsOptions } from './commands/faults.ts';
import type { MergeOptions } from './commands/merge.ts';
import { addCompletionCommands } from './completion-commands.ts';
import { addIntentCommands } from './intent-commands.ts';
import { laneOption } from './lane-option.ts';
import type { RunOptions, TargetOptions } from './options.ts';
import type { StopSignals } from './stop-signals.ts';
import { versionLine } from './version-line.ts';

const examples = `
Examples:
  $ pnpm uat                                 every area, on the embedded platform
  $ pnpm uat authnz                          one area
  $ pnpm uat authnz --grep 'revoked token'   the tests whose title matches
  $ pnpm uat --ticket ENG-2861               the tests of a ticket
  $ pnpm uat --target https://kamiwaza.example.com --grant tokens,sessions
  $ pnpm uat installers --artifact nginx_1.22_amd64.deb
  $ pnpm uat authnz -- --repeat-each 3       what stands behind -- goes to Playwright

Exit codes: 0 pass, 1 regression, 2 configuration, 3 infrastructure, 4 nothing ran, 130/143 interrupted.`;

/**
 * Parses the arguments of `uat`, runs the command and gives the exit code.
 * @throws UatError for what can only be said, not reported in a run's folder, such as words that are no command line.
 */
export async function runCommandLine(argv: string[], stop: StopSignals): Promise<number> {
  const dashes = argv.indexOf('--');
  const own = dashes === -1 ? argv : argv.slice(0, dashes);
  const rest = dashes === -1 ? [] : argv.slice(dashes + 1);
  let exitCode = 0;

  const program = new Command('uat')
    .description('Checks that a Kamiwaza deployment keeps its promises.')
    .version(versionLine(), '--version', 'tell the name and the version')
    .addHelpText('after', examples)
    .exitOverride()
    .configureOutput({ writeErr: () => undefined })
    .showSuggestionAfterError()
    .enablePositionalOptions();

  const runCommand = withTarget(withSelection(program.command('run [areas...]', { isDefault: true })))
    .description('run areas against a target and judge it (the default command)')
    .addOption(laneOption())
    .option('--out <dir>', 'put the run’s files there instead of .uat/runs/<id>')
    .option('--no-report', 'make no report now; `uat open` makes it when asked')
    .option('--open', 'open the report at the end')
    .option('--timeout <time>', 'end the run after this time (90s, 20m, 1h)')
    .option('--last-failed', 'only the tests that failed in the last run, or were not judged')
    .option('--workers <n>', 'tests at a time')
    .option('--max-failures <n>', 'end the run after this many failures (default: the lane’s; 30 in cd)')
    .option(
      '--fault <ids>',
      'seed faults in the embedded platform (A4,A24), on the way to a target (A24), or in the fixture package (F5)',
      also,
    )
    .option('--artifact <file>', 'install this package instead of those of the embedded platform')
    .option('--previous <file>', 'the version before it, to be upgraded from')
    .option('--profile <name>', 'what is known of it: a file of suites/installers/products')
    .option('--driver <name>', 'how machines are made for it (overlay, chroot, ssh, static)')
    .option('--aside', 'leave .uat/last alone')
    .option('--request <file>', 'run what this file asks for (JSON), instead of options')
    .option('--headed', 'show the browser')
    .option('--ui', 'Playwright’s UI mode, with the platform kept running')
    .addHelpText('after', examples)
    .action(async (areas: string[], options: RunOptions) => {
      const { run } = await import('./commands/run.ts');
      exitCode = await run({ ...options, areas, rest }, stop);
    });

  withSelection(program.command('list [areas...]'))
    .description('list the tests that a selection holds, without running them')
    .option('--config <file>', 'another uat.config.ts')
    .option('--json <file>', 'write them as JSON; - is standard output')
    .addHelpText('after', '\nExample:\n  $ pnpm uat list authnz --json -')
    .action(async (areas: string[], options: RunOptions & { json?: string }) => {
      const { list } = await import('./commands/list.ts');
      exitCode = await list({ ...options, areas, rest }, stop);
    });

  withTarget(program.command('doctor'))
    .description('check this machine and the target, and say what to do')
    .option('--json <file>', 'write the checks as JSON; - is standard output')
    .addHelpText('after', '\nExample:\n  $ pnpm uat doctor --target https://kamiwaza.example.com')
    .action(async (options: RunOptions & { json?: string }) => {
      const { doctor } = await import('./commands/doctor.ts');
      exitCode = await doctor(options, stop);
    });

  program
    .command('open [run]')
    .description(
      'open the report of the last run, of a run id or of a folder; make it first when it is missing or outdated',
    )
    .addHelpText('after', '\nExamples:\n  $ pnpm uat open\n  $ pnpm uat open 20261122-1831-k3f9')
    .action(async (which?: string) => {
      const { open } = await import('./commands/open.ts');
      exitCode = await open(which);
    });

  program
    .command('judge [run]')
    .description(
      'judge a run again from its folder alone: the last run, a run id or a folder that may lie anywhere',
    )
    .option('--json <file>', 'write the verdict as JSON, too; - is standard output')
    .addHelpText('after', '\nExample:\n  $ pnpm uat judge ~/Downloads/uat-run')
    .action(async (which: string | undefined, options: { json?: string }) => {
      const { judge } = await import('./commands/judge.ts');
      exitCode = await judge(which, options);
    });

  program
    .command('merge <runs...>')
    .description('make one run of the parts of one (ids or folders), and judge it')
    .requiredOption('--out <dir>', 'put the merged run there; the folder must be empty or a run’s')
    .option('--no-report', 'make no report now; `uat open` makes it when asked')
    .option('--json <file>', 'write the verdict as JSON, too; - is standard output')
    .addHelpText('after', '\nExample:\n  $ pnpm uat merge part-1 part-2 part-3 --out merged')
    .action(async (parts: string[], options: MergeOptions) => {
      const { merge } = await import('./commands/merge.ts');
      exitCode = await merge(parts, options);
    });

  program
    .command('trace [words]')
    .description(
      'open the trace of the first failure of the last run whose title or id has these words in it',
    )
    .option('--run <run>', 'of another run: an id or a folder')
    .addHelpText('after', "\nExample:\n  $ pnpm uat trace 'revoked token'")
    .action(async (words: string | undefined, options: { run?: string }) => {
      const { trace } = await import('./commands/trace.ts');
      exitCode = await trace(words, options);
    });

  program
    .command('efficacy [areas...]')
    .description('seed one fault at a time in the embedded platform, and see which tests notice')
    .option('--fault <ids...>', 'only these faults (A4 A24, or A4,A24)')
    .option('--fast', 'run only the tests that claim to catch the fault, until one has')
    .option('--stop-when-caught', 'end each run when a test has caught its fault (default with --fast)')
    .option('--no-stop-when-caught', 'go on to the last test, also with --fast')
    .option('--sample <n>', 'only this many of the faults of an area, drawn at random')
    .option('--seed <n>', 'draw the same sample again')
    .option('--part <i/n>', 'only every n-th fault (of the sample), from the i-th')
    .option('--resume', 'do not run again what was run before on the same sources')
    .option('--config <file>', 'another uat.config.ts')
    .option('--json <file>', 'write what was found as JSON; - is standard output')
    .addHelpText(
      'after',
      '\nExamples:\n  $ pnpm uat efficacy authnz\n  $ pnpm uat efficacy authnz --fast --fault A4 A24\n  $ pnpm uat efficacy authnz --fast --sample 30 --seed 7\n  $ pnpm uat efficacy authnz --part 1/2\n  $ pnpm uat efficacy authnz --resume           after it was stopped',
    )
    .action(async (areas: string[], options: EfficacyOptions) => {
      const { efficacy } = await import('./commands/efficacy.ts');
      exitCode = await efficacy({ ...options, areas }, stop);
    });

  program
    .command('faults [areas...]')
    .description('list the faults that can be seeded')
    .option('--layer <layer>', 'only those of a layer (service, wire, package)')
    .option('--capability <name>', 'only those that break this capability')
    .option('--held-out', 'those that no test was written for, and that efficacy leaves out')
    .option('--config <file>', 'another uat.config.ts')
    .option('--json <file>', 'write them as JSON; - is standard output')
    .addHelpText(
      'after',
      '\nExamples:\n  $ pnpm uat faults authnz\n  $ pnpm uat faults --layer wire                  these also work with --target',
    )
    .action(async (areas: string[], options: Omit<FaultsOptions, 'areas'>) => {
      const { faults } = await import('./commands/faults.ts');
      exitCode = await faults({ ...options, areas });
    });

  program
    .command('runs')
    .description('list the runs that are kept, the newest first')
    .option('--config <file>', 'another uat.config.ts')
    .option('--json <file>', 'write their verdicts as JSON; - is standard output')
    .addHelpText('after', '\nExample:\n  $ pnpm uat runs')
    .action(async (options: { config?: string; json?: string }) => {
      const { runs } = await import('./commands/runs.ts');
      exitCode = runs(options);
    });

  const history = program
    .command('history')
    .description('say what became of a test whose title or file was changed, or that was removed')
    .action(() => {
      throw configurationError('uat history wants to know what happened: rename OLD NEW, or remove ID.');
    });
  history
    .command('rename <old> <new>')
    .description('a test has another id now; the id of a test is shown by pnpm uat list --json -')
    .option('--config <file>', 'another uat.config.ts')
    .addHelpText(
      'after',
      "\nExample:\n  $ pnpm uat history rename 'authnz/tokens#a-token-ends' 'authnz/tokens#a-revoked-token-ends'",
    )
    .action(async (from: string, to: string, options: { config?: string }) => {
      const { historyRename } = await import('./commands/history.ts');
      exitCode = await historyRename(from, to, options, stop);
    });
  history
    .command('remove <id>')
    .description('a test is gone on purpose')
    .option('--config <file>', 'another uat.config.ts')
    .addHelpText('after', "\nExample:\n  $ pnpm uat history remove 'authnz/tokens#a-token-ends'")
    .action(async (id: string, options: { config?: string }) => {
      const { historyRemove } = await import('./commands/history.ts');
      exitCode = await historyRemove(id, options, stop);
    });

  withTarget(program.command('sweep'))
    .description('remove what runs left behind that were killed: on this machine, and on the target')
    .option('--older-than <time>', 'only what is older than this (90s, 20m, 24h)', '24h')
    .addHelpText('after', '\nExample:\n  $ pnpm uat sweep --target env --older-than 2h')
    .action(async (options: TargetOptions & { olderThan: string }) => {
      const { sweep } = await import('./commands/sweep.ts');
      exitCode = await sweep(options, stop);
    });

  addIntentCommands(program, stop, (code) => {
    exitCode = code;
  });
  addCompletionCommands(program, { byDefault: runCommand, argv, stop });

  try {
    await program.parseAsync(own, { from: 'user' });
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
      'what to test: a name of uat.config.ts, or a URL (default: UAT_TARGET, else the embedded platform)',
    )
    .option('--grant <grants>', 'what the run may change there (tokens,sessions … or all)', also)
    .option('--ca <file>', 'PEM file with the certificate authority of the target')
    .option('--config <file>', 'another uat.config.ts');
}

function withSelection(command: Command): Command {
  return command
    .option('--grep <pattern>', 'only tests whose title matches this regular expression')
    .option('--ticket <id>', 'only tests of this ticket; may be repeated', also);
}

/** Collects an option that may be repeated. */
function also(value: string, before: string[] = []): string[] {
  return [...before, value];
}
