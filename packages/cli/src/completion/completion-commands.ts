import { fileURLToPath } from 'node:url';
import { Argument, type Command } from 'commander';
import { completionScript, type Shell, shells } from './completion-script.ts';
import { completionValues } from './completion-values.ts';
import { completions } from './completions.ts';
import type { StopSignals } from '../terminal/stop-signals.ts';

const main = fileURLToPath(new URL('../main.ts', import.meta.url));

export interface CompletionCommandsOptions {
  /** The default command. */
  byDefault: Command;
  /** The whole command line, unparsed. */
  argv: readonly string[];
  stop: StopSignals;
}

/** Adds `completion SHELL`, which prints a script, and `complete WORDS…`, which the script calls, to a program. */
export function addCompletionCommands(
  program: Command,
  { byDefault, argv, stop }: CompletionCommandsOptions,
): void {
  program
    .command('completion')
    .addArgument(new Argument('<shell>').choices(shells))
    .description('print the completion script of a shell')
    .addHelpText(
      'after',
      `
In ~/.bashrc or ~/.zshrc, and in fish (each also defines uat as a command):
  source <(pnpm --silent --dir /path/to/here uat completion bash)
  pnpm --silent --dir /path/to/here uat completion fish | source`,
    )
    .action((shell: Shell) => {
      process.stdout.write(completionScript(shell, [process.execPath, main]));
    });

  program
    .command('complete [words...]', { hidden: true })
    .helpOption(false)
    .allowUnknownOption()
    .passThroughOptions()
    .action(async () => {
      // Unparsed, because `uat smoke --` completes options. Words after `--` belong to Playwright.
      const words = argv.slice(1);
      if (words.slice(0, -1).includes('--')) return;
      const values = completionValues({ config: configIn(words), signal: stop.signal });
      const found = await completions({ program, byDefault, words, values });
      const lines =
        found === 'files' ? [':files'] : found.map(({ value, description }) => `${value}\t${description}`);
      process.stdout.write(lines.map((line) => `${line}\n`).join(''));
    });
}

function configIn(words: readonly string[]): string | undefined {
  const at = words.lastIndexOf('--config');
  return at === -1 ? undefined : words[at + 1] || undefined;
}
