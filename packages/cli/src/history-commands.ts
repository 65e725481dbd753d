import type { Command } from 'commander';
import type { ImportOptions } from './commands/history/import-junit.ts';
import type { PruneOptions } from './commands/history/prune.ts';
import { configOption, jsonOption, laneOption } from './options/common-options.ts';
import type { StopSignals } from './terminal/stop-signals.ts';

const environment = `
The history is the file .uat/history.sqlite, or the PostgreSQL database of UAT_HISTORY_URL.
See docs/guides/history.md.`;

/** Adds `uat history …` to a program; each command passes its exit code to `done`. */
export function addHistoryCommands(
  program: Command,
  stop: StopSignals,
  done: (exitCode: number) => void,
): void {
  const history = program
    .command('history [test]')
    .enablePositionalOptions()
    .description('list the runs, or show the results of one test over runs')
    .addOption(configOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      `
Examples:
  $ pnpm uat history
  $ pnpm uat history 'revoked token'
  $ pnpm uat history authnz/tokens#a-revoked-token-ends --json -
${environment}`,
    )
    .action(async (test: string | undefined, options: { config?: string; json?: string }) => {
      const { history: show } = await import('./commands/history/show-history.ts');
      done(await show(test, options));
    });
  history
    .command('import <files...>')
    .description('add a run of another tool from its JUnit files')
    .option('--commit <hash>', 'the commit of the tests')
    .option('--at <time>', 'when the run began (default: the earliest time in the files)')
    .option('--target <name>', 'what it ran against', 'unknown')
    .addOption(laneOption('the lane it ran in'))
    .addOption(configOption())
    .addHelpText(
      'after',
      `
Examples:
  $ pnpm uat history import build/test-results/*.xml --commit 83e2d5b --lane nightly
  $ pnpm uat history import report.xml --at 2026-11-22T18:31Z
${environment}`,
    )
    .action(async (files: string[], options: ImportOptions) => {
      const { historyImport } = await import('./commands/history/import-junit.ts');
      done(await historyImport(files, options));
    });
  history
    .command('prune')
    .description('remove old runs; each new run removes those older than UAT_HISTORY_KEEP (default: 180d)')
    .requiredOption('--older-than <age>', 'runs older than this (12h, 90d, 26w)')
    .addOption(configOption())
    .addHelpText('after', `\nExample:\n  $ pnpm uat history prune --older-than 90d\n${environment}`)
    .action(async (options: PruneOptions) => {
      const { historyPrune } = await import('./commands/history/prune.ts');
      done(await historyPrune(options));
    });
  history
    .command('rename <old> <new>')
    .description(
      'record the new id of a test whose title or file was changed (pnpm uat list --json - shows ids)',
    )
    .addOption(configOption())
    .addHelpText(
      'after',
      "\nExample:\n  $ pnpm uat history rename 'authnz/tokens#a-token-ends' 'authnz/tokens#a-revoked-token-ends'",
    )
    .action(async (from: string, to: string, options: { config?: string }) => {
      const { historyRename } = await import('./commands/history/test-ids.ts');
      done(await historyRename(from, to, options, stop));
    });
  history
    .command('remove <id>')
    .description('record that a test was removed on purpose')
    .addOption(configOption())
    .addHelpText('after', "\nExample:\n  $ pnpm uat history remove 'authnz/tokens#a-token-ends'")
    .action(async (id: string, options: { config?: string }) => {
      const { historyRemove } = await import('./commands/history/test-ids.ts');
      done(await historyRemove(id, options, stop));
    });
}
