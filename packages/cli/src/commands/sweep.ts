import { configurationError, infrastructureError, UatError } from '@uat/core';
import { loadConfig, resolveTarget } from '@uat/config';
import { describeResource, removeResource, type TaggedResource, taggedResources } from '@uat/data';
import { sweepHosts } from '@uat/hosts';
import { AuthenticationError, AuthorizationError, KamiwazaError } from '@uat/sdk';
import {
  clientsFor,
  duration,
  openTarget,
  privateFolder,
  removeDeadPrivateFolders,
  signOutOfAll,
  targetFacts,
} from '@uat/runner';
import type { TargetOptions } from '../options.ts';
import type { StopSignals } from '../stop-signals.ts';

/**
 * `uat sweep`: removes what dead runs left: private folders and hosts on this machine, and, on a target that is there already,
 * users and tokens with a run's tag that are older than asked. Exit code 3 when something could not be removed.
 */
export async function sweep(
  options: TargetOptions & { olderThan: string },
  stop: StopSignals,
): Promise<number> {
  const folders = removeDeadPrivateFolders();
  process.stdout.write(`  removed ${folders} private ${folders === 1 ? 'folder' : 'folders'} of dead runs\n`);
  const hosts = await sweepHosts();
  process.stdout.write(`  removed ${hosts} ${hosts === 1 ? 'host' : 'hosts'} of dead runs\n`);

  const config = await loadConfig(options.config);
  const wanted = resolveTarget(config, { target: options.target, ca: options.ca }, process.env);
  // The embedded platform of a run goes with it.
  if (wanted.kind === 'embedded') return 0;

  const before = Date.now() - duration(options.olderThan);
  using hidden = privateFolder();
  await using open = await openTarget(wanted, {
    logFile: '/dev/null',
    folder: hidden.packages,
    say: () => undefined,
    signal: stop.signal,
  });
  const { capabilities, silence } = await targetFacts(open.target);
  if (silence !== undefined) throw silence;
  const target = { ...open.target, capabilities };
  await using tidy = new AsyncDisposableStack();
  tidy.defer(() => signOutOfAll(hidden.sessions, target, say));
  const clientFor = clientsFor(target, hidden.sessions);
  let stayed = 0;
  const listed = await taggedResources(target, clientFor).catch(notListed);
  for (const { resource, runTag } of listed) {
    if (runTag.startedAt.getTime() > before) continue;
    try {
      await removeResource(resource, clientFor);
      process.stdout.write(`  removed ${describeResource(resource)}\n`);
    } catch (error) {
      if (error instanceof UatError) throw error;
      stayed += 1;
      process.stdout.write(
        `  ${describeResource(resource)} stayed: ${error instanceof Error ? error.message : String(error)}\n`,
      );
    }
  }
  return stayed === 0 ? 0 : 3;
}

const say = (line: string) => void process.stderr.write(`  ${line}\n`);

function notListed(error: unknown): TaggedResource[] {
  if (!(error instanceof KamiwazaError)) throw error;
  const refused = error instanceof AuthenticationError || error instanceof AuthorizationError;
  const complaint = refused ? configurationError : infrastructureError;
  throw complaint(`What runs left cannot be looked up: ${error.message}`, { cause: error });
}
