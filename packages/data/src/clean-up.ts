import { resourceJournal } from './resource-journal.ts';
import { type ClientFor, describeResource, removeResource } from './remove-resource.ts';

/**
 * Removes the open resources of a journal, the newest first, and gives a sentence for each that could not be removed.
 * Continues after a failure, so that one resource does not keep the others.
 */
export async function cleanUp(journalFile: string, clientFor: ClientFor): Promise<string[]> {
  const journal = resourceJournal(journalFile);
  const failures: string[] = [];
  for (const resource of journal.read().open) {
    try {
      await removeResource(resource, clientFor);
      journal.removed(resource);
    } catch (error) {
      failures.push(
        `${describeResource(resource)} could not be removed: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
  }
  return failures;
}
