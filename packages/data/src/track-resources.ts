import { type ClientFor, removeResource } from './remove-resource.ts';
import { type Resource, resourceJournal } from './resource-journal.ts';
import { taggedName } from './run-tag.ts';

export interface TrackResourcesOptions {
  /** The run whose tag the names carry. */
  runId: string;
  /** The file of the run's resource journal; undefined outside a run. */
  journalFile: string | undefined;
  clientFor: ClientFor;
  /** The stack whose disposal removes the resources, the newest first. */
  created: AsyncDisposableStack;
}

/** Creation and removal of resources, recorded in the run's journal. */
export interface ResourceTracker {
  /** A new name with the run's tag, announced in the journal before its resource is requested. */
  newName(): string;
  /** Records that a resource was created, and schedules its removal. */
  track(resource: Resource): void;
}

/** A tracker of the resources that a test or a fixture creates. */
export function trackResources({
  runId,
  journalFile,
  clientFor,
  created,
}: TrackResourcesOptions): ResourceTracker {
  const journal = journalFile === undefined ? undefined : resourceJournal(journalFile);
  return {
    newName() {
      const name = taggedName(runId);
      journal?.announce(name);
      return name;
    },
    track(resource) {
      journal?.created(resource);
      created.defer(async () => {
        await removeResource(resource, clientFor);
        journal?.removed(resource);
      });
    },
  };
}
