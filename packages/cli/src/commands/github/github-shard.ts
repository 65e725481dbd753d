import { withoutCommands } from '@uat/github';
import { authorityFile, givenOptions, type RunUat } from './stage-options.ts';

export interface GithubShardOptions {
  plan: string;
  shard: string;
  timeout?: string;
  out: string;
}

/** `uat github shard --plan FILE --shard i/n --out DIR`: runs a shard as a job of a matrix; the exit code is the run's. */
export async function githubShard(
  { plan, shard, timeout, out }: GithubShardOptions,
  { uat, env }: { uat: RunUat; env: NodeJS.ProcessEnv },
): Promise<number> {
  using authority = authorityFile(env);
  const options = givenOptions({ plan, shard, timeout, out, ca: authority.path });
  // Awaited here: the authority is in use until the run has ended.
  return await withoutCommands(async () => uat(['run', ...options, '--no-report']), env);
}
