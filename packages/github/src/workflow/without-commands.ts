import { randomUUID } from 'node:crypto';

/**
 * Runs a step whose output holds text of others, such as errors of the product: a runner would take a line of it that
 * starts with `::` as a command.
 */
export async function withoutCommands<Result>(
  run: () => Promise<Result>,
  env: NodeJS.ProcessEnv,
): Promise<Result> {
  if (!env['GITHUB_ACTIONS']) return run();
  const token = randomUUID();
  process.stdout.write(`::stop-commands::${token}\n`);
  try {
    return await run();
  } finally {
    process.stdout.write(`\n::${token}::\n`);
  }
}
