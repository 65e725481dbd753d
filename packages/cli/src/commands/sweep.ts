import { configurationError, duration, infrastructureError, UatError } from '@uat/core';
import { loadConfig, resolveTarget } from '@uat/config';
import { describeResource, removeResource, type TaggedResource, taggedResources } from '@uat/data';
import { sweepHosts } from '@uat/hosts';
import { AuthenticationError, AuthorizationError, KamiwazaError } from '@uat/sdk';
import {
  clientsFor,
  openTarget,
  stagingFolder,
  removeDeadStagingFolders,
  signOutEverywhere,
  targetFacts,
} from '@uat/runner';
import type { TargetOptions } from '../options/options.ts';
import type { StopSignals } from '../terminal/stop-signals.ts';

/**
 * `uat sweep`: removes what killed runs left: staging folders and hosts on this machine, and, on a running target,
 * tagged resources older than `--older-than`. Exit code 3 when something could not be removed.
 */
export async function sweep(
  options: TargetOptions & { olderThan: string },
  stop: StopSignals,
): Promise<number> {
  const folders = removeDeadStagingFolders();
  process.stdout.write(
    `  removed ${folders} staging ${folders === 1 ? 'folder' : 'folders'} of killed runs\n`,
  );
  const hosts = await sweepHosts();
  process.stdout.write(`  removed ${hosts} ${hosts === 1 ? 'host' : 'hosts'} of killed runs\n`);

  const config = await loadConfig(options.config);
  const wanted = resolveTarget(config, { target: options.target, ca: options.ca }, process.env);
  // The embedded platform of a run ends with the run.
  if (wanted.kind === 'embedded') return 0;

  const before = Date.now() - duration(options.olderThan);
  using staging = stagingFolder();
  await using open = await openTarget(wanted, {
    logFile: '/dev/null',
    folder: staging.packages,
    say: () => undefined,
    signal: stop.signal,
  });
  const { capabilities, problem } = await targetFacts(open.target);
  if (problem !== undefined) throw problem;
  const target = { ...open.target, capabilities };
  await using tidy = new AsyncDisposableStack();
  tidy.defer(() => signOutEverywhere(staging.sessions, target, say));
  const clientFor = clientsFor(target, staging.sessions);
  let remaining = 0;
  const listed = await taggedResources(target, clientFor).catch(notListed);
  for (const { resource, runTag } of listed) {
    if (runTag.startedAt.getTime() > before) continue;
    try {
      await removeResource(resource, clientFor);
      process.stdout.write(`  removed ${describeResource(resource)}\n`);
    } catch (error) {
      if (error instanceof UatError) throw error;
      remaining += 1;
      process.stdout.write(
        `  could not remove ${describeResource(resource)}: ${error instanceof Error ? error.message : String(error)}\n`,
      );
    }
  }
  return remaining === 0 ? 0 : 3;
}

const say = (line: string) => void process.stderr.write(`  ${line}\n`);

function notListed(error: unknown): TaggedResource[] {
  if (!(error instanceof KamiwazaError)) throw error;
  const refused = error instanceof AuthenticationError || error instanceof AuthorizationError;
  const complaint = refused ? configurationError : infrastructureError;
  throw complaint(`The resources of killed runs cannot be listed: ${error.message}`, { cause: error });
}
