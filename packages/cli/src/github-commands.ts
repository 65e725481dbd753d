import type { Command } from 'commander';
import type { GithubCommentOptions } from './commands/github/github-comment.ts';
import type { GithubPlanOptions } from './commands/github/github-plan.ts';
import type { GithubReportOptions } from './commands/github/github-report.ts';
import type { GithubShardOptions } from './commands/github/github-shard.ts';
import type { GithubWatchOptions } from './commands/github/github-watch.ts';
import type { RunUat } from './commands/github/stage-options.ts';
import type { StopSignals } from './terminal/stop-signals.ts';

export interface GithubCommandsOptions {
  /** Runs another command line of `uat`. */
  uat: RunUat;
  stop: StopSignals;
  /** Receives the exit code. */
  done: (exitCode: number) => void;
}

/** Adds `uat github …` to a program: the steps of `.github/workflows/uat.yml` and `nightly.yml`. */
export function addGithubCommands(program: Command, { uat, stop, done }: GithubCommandsOptions): void {
  const { env } = process;
  const github = program
    .command('github')
    .description('the steps of the workflows on GitHub (docs/pipeline.md)')
    .addHelpText(
      'after',
      '\nCredentials come from the environment, GITHUB_TOKEN among them. Elsewhere than on GitHub, use plan, run and merge.',
    );
  github
    .command('plan')
    .description('plan a stage, and set the shards as an output; empty options are ignored')
    .option('--areas <names>', 'areas, with blanks between them; all when empty', '')
    .option('--target <name|url>', 'the target')
    .option('--grant <grants>', 'what the run may change on the target')
    .option('--lane <name>', 'which policy to use')
    .option('--shards <n>', 'number of shards')
    .option('--since <ref>', 'only what changed since then')
    .option('--budget <time>', 'only what ends in this time')
    .requiredOption('--out <dir>', 'folder for the plan, or for the verdict when there is none')
    .addHelpText(
      'after',
      '\nExample:\n  $ pnpm uat github plan --areas "$AREAS" --shards "$SHARDS" --out plan',
    )
    .action(async (options: GithubPlanOptions) => {
      const { githubPlan } = await import('./commands/github/github-plan.ts');
      done(await githubPlan(options, { uat, stop, env }));
    });
  github
    .command('shard')
    .description('run one shard of a plan; UAT_CA is the certificate authority of the target, as PEM text')
    .requiredOption('--plan <file>', 'the plan')
    .requiredOption('--shard <i/n>', 'which one: 2/3')
    .option('--timeout <time>', 'end the run after this time')
    .requiredOption('--out <dir>', 'folder for the run')
    .addHelpText(
      'after',
      '\nExample:\n  $ pnpm uat github shard --plan plan.json --shard "$SHARD" --out shard',
    )
    .action(async (options: GithubShardOptions) => {
      const { githubShard } = await import('./commands/github/github-shard.ts');
      done(await githubShard(options, { uat, env }));
    });
  github
    .command('report')
    .description('merge the shards that arrived; write job summary, annotations and outputs')
    .requiredOption('--from <dir>', 'folder with the downloaded artifacts')
    .requiredOption('--out <dir>', 'folder for the merged run')
    .addHelpText('after', '\nExample:\n  $ pnpm uat github report --from parts --out merged')
    .action(async (options: GithubReportOptions) => {
      const { githubReport } = await import('./commands/github/github-report.ts');
      done(await githubReport(options, { stop, env }));
    });
  github
    .command('comment')
    .description('write the comment of a stage on a pull request, or edit it in place')
    .requiredOption('--run <dir>', 'folder with the verdict')
    .requiredOption('--pull-request <number>', 'the pull request')
    .option('--stage <name>', 'name of the stage: each has a comment of its own', '')
    .addHelpText(
      'after',
      '\nExample:\n  $ pnpm uat github comment --run merged --pull-request 12 --stage staging',
    )
    .action(async (options: GithubCommentOptions) => {
      const { githubComment } = await import('./commands/github/github-comment.ts');
      done(await githubComment(options, env));
    });
  github
    .command('issues')
    .description('open or update one issue per kind of failure')
    .requiredOption('--from <dir>', 'folder with verdicts, or with folders of them')
    .addHelpText('after', '\nExample:\n  $ pnpm uat github issues --from verdicts')
    .action(async (options: { from: string }) => {
      const { githubIssues } = await import('./commands/github/github-issues.ts');
      done(await githubIssues(options, env));
    });
  github
    .command('watch')
    .description('open an issue when no full nightly run is recorded in time')
    .option('--workflow <file>', 'the nightly workflow', 'nightly.yml')
    .option('--hours <n>', 'the longest time without one', '26')
    .addHelpText('after', '\nExample:\n  $ pnpm uat github watch')
    .action(async (options: GithubWatchOptions) => {
      const { githubWatch } = await import('./commands/github/github-watch.ts');
      done(await githubWatch(options, env));
    });
}
