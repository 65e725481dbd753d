import { Command, CommanderError, Option } from 'commander';
import { configurationError, laneNames } from '@uat/config';
import { doctor } from './commands/doctor.ts';
import { list } from './commands/list.ts';
import { open } from './commands/open.ts';
import { refuse, run } from './commands/run.ts';
import type { RunOptions } from './options.ts';
import type { StopSignals } from './stop-signals.ts';

const examples = `
Examples:
  $ pnpm uat                                 every area, on the embedded platform
  $ pnpm uat authnz                          one area
  $ pnpm uat authnz --grep 'revoked token'   the tests whose title matches
  $ pnpm uat --ticket ENG-2861               the tests of a ticket
  $ pnpm uat --target https://kamiwaza.example.com --grant tokens,sessions
  $ pnpm uat authnz -- --repeat-each 3       what stands behind -- goes to Playwright

Exit codes: 0 pass, 1 regression, 2 configuration, 3 infrastructure, 4 nothing ran, 130/143 interrupted.`;

/**
 * Parses the arguments of `uat`, runs the command and gives the exit code.
 * @throws UatError for what can only be said, not reported in a run's folder.
 */
export async function runCommandLine(argv: string[], stop: StopSignals): Promise<number> {
  const dashes = argv.indexOf('--');
  const own = dashes === -1 ? argv : argv.slice(0, dashes);
  const rest = dashes === -1 ? [] : argv.slice(dashes + 1);
  let exitCode = 0;

  const program = new Command('uat')
    .description('Checks that a Kamiwaza deployment keeps its promises.')
    .addHelpText('after', examples)
    .exitOverride()
    .configureOutput({ writeErr: () => undefined })
    .showSuggestionAfterError()
    .enablePositionalOptions();

  const runs = withTarget(withSelection(program.command('run [areas...]', { isDefault: true })))
    .description('run areas against a target and judge it (the default command)')
    .addOption(new Option('--lane <name>', 'which policy to use').choices(laneNames).default('local'))
    .option('--out <dir>', 'put the run’s files there instead of .uat/runs/<id>')
    .option('--no-report', 'make no report now; `uat open` makes it when asked')
    .option('--open', 'open the report at the end')
    .option('--timeout <time>', 'end the run after this time (90s, 20m, 1h)')
    .option('--workers <n>', 'tests at a time')
    .option('--headed', 'show the browser')
    .option('--ui', 'Playwright’s UI mode, with the platform kept running')
    .addHelpText('after', examples)
    .action(async (areas: string[], options: RunOptions) => {
      exitCode = await run({ ...options, areas, rest }, stop);
    });

  withSelection(program.command('list [areas...]'))
    .description('list the tests that a selection holds, without running them')
    .option('--config <file>', 'another uat.config.ts')
    .option('--json <file>', 'write them as JSON; - is standard output')
    .addHelpText('after', '\nExample:\n  $ pnpm uat list authnz --json -')
    .action(async (areas: string[], options: RunOptions & { json?: string }) => {
      exitCode = await list({ ...options, areas, rest });
    });

  withTarget(program.command('doctor'))
    .description('check this machine and the target, and say what to do')
    .option('--json <file>', 'write the checks as JSON; - is standard output')
    .addHelpText('after', '\nExample:\n  $ pnpm uat doctor --target https://kamiwaza.example.com')
    .action(async (options: RunOptions & { json?: string }) => {
      exitCode = await doctor(options, stop);
    });

  program
    .command('open [run]')
    .description(
      'open the report of the last run, of a run id or of a folder; make it first when it is missing',
    )
    .addHelpText('after', '\nExamples:\n  $ pnpm uat open\n  $ pnpm uat open 20261122-1831-k3f9')
    .action(async (which?: string) => {
      exitCode = await open(which);
    });

  try {
    await program.parseAsync(own, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return 0;
    const complaint = configurationError(`${error.message.replace(/^error: /, '')}\nSee pnpm uat --help.`);
    const command = program.commands.find((one) => one.name() === own[0]) ?? runs;
    if (command === runs) return refuse(complaint, outIn(own), stop);
    throw complaint;
  }
}

/** Where the files of a run go whose command line could not be parsed to its end. */
function outIn(argv: string[]): Pick<RunOptions, 'out'> {
  const at = argv.findIndex((word) => word === '--out' || word.startsWith('--out='));
  const out = at === -1 ? undefined : (argv[at]?.split('=', 2)[1] ?? argv[at + 1]);
  return out === undefined ? {} : { out };
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
