import type { Policy } from '@uat/intent';
import { type Clock, createLinear, type Linear, systemClock } from '@uat/linear';
import { linearFrom, placesFrom } from '../settings.ts';
import { openExisting } from '../store/open-database.ts';
import type { DecisionSources } from '../work/decision-input.ts';
import { createDirectory } from '../work/directory.ts';
import { readOwners } from '../work/read-owners.ts';

/** What is needed to look at tickets as the service does, without being the service. */
export interface Inspection extends DecisionSources, AsyncDisposable {
  readonly linear: Linear;
  readonly clock: Clock;
}

export interface InspectionOptions {
  /** The environment variables of the service, as far as they are set. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly policy: Policy;
  /** Aborts all calls to Linear. */
  readonly signal?: AbortSignal;
  readonly clock?: Clock;
}

/**
 * Opens Linear and, if it exists, the database of the service. Opening them writes nothing.
 * @throws UatError (configuration) without a token or with an invalid owners file, (infrastructure) for a database that
 *   cannot be opened.
 */
export async function openInspection({
  environment,
  policy,
  signal,
  clock = systemClock,
}: InspectionOptions): Promise<Inspection> {
  const { database, ownersFile, okLabel, publicUrl = 'http://localhost:8787' } = placesFrom(environment);
  const linear = createLinear({ ...linearFrom(environment), clock, signal });
  const owners = await readOwners(ownersFile);
  const db = await openExisting(database);
  return {
    linear,
    clock,
    db,
    policy: async () => policy,
    owners: () => owners,
    directory: createDirectory(linear, clock, okLabel),
    publicUrl,
    // Only whether a draft would be made matters here, not what it says.
    draftNote: () => '',
    [Symbol.asyncDispose]: async () => db?.destroy(),
  };
}
