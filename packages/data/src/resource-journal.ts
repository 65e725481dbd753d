import path from 'node:path';
import { roleSchema } from '@uat/config';
import { journal } from '@uat/core';
import { z } from 'zod';

const resourceSchema = z.discriminatedUnion('kind', [
  /** A user; `id` is the target's. */
  z.object({ kind: z.literal('user'), id: z.string(), name: z.string() }),
  /** A personal access token; `id` is its jti, and only its owner can revoke it. */
  z.object({ kind: z.literal('pat'), id: z.string(), name: z.string(), owner: roleSchema }),
  /** A workroom or a deployed app; removed by its owner, or by an administrator when no role owns it. */
  z.object({ kind: z.enum(['workroom', 'app']), id: z.string(), name: z.string(), owner: roleSchema }),
  /** A secret; `id` is its URN. */
  z.object({ kind: z.literal('secret'), id: z.string(), name: z.string() }),
  /** A rule of the access policy; `id` is its path, which contains the run tag. */
  z.object({ kind: z.literal('policy rule'), id: z.string(), name: z.string() }),
  /** Consent texts and banners of the run; `id` is `replacedSettingsId` of the settings before them. */
  z.object({ kind: z.literal('security settings'), id: z.string(), name: z.string() }),
  /** A file registered by hand; the files of a model are removed with it. */
  z.object({ kind: z.literal('model file'), id: z.string(), name: z.string() }),
  z.object({ kind: z.literal('model'), id: z.string(), name: z.string() }),
  /** A deployment of a model, named after its config, or such a config. */
  z.object({ kind: z.enum(['model deployment', 'model config']), id: z.string(), name: z.string() }),
  /** A relation; `id` is its `relationId`, `name` its object. */
  z.object({ kind: z.literal('relation'), id: z.string(), name: z.string() }),
]);

/** Something that a run creates on a target and has to remove. */
export type Resource = z.infer<typeof resourceSchema>;

const entrySchema = z.discriminatedUnion('event', [
  /** The first line: the target, and the process of the run. */
  z.object({ event: z.literal('opened'), targetUrl: z.string(), pid: z.number() }),
  /** Written before a resource is requested: a run that is stopped may never learn that it was created. */
  z.object({ event: z.literal('announced'), name: z.string() }),
  z.object({ event: z.enum(['created', 'removed']), resource: resourceSchema }),
]);
type Entry = z.infer<typeof entrySchema>;

/** The resources of a run according to its journal. */
export interface RunResources {
  targetUrl: string | undefined;
  /** The process of the run; once it has ended, only another run can clean up. */
  pid: number | undefined;
  /** Whether any resource was created or announced. */
  used: boolean;
  /** Resources that were created and removed again. */
  removed: Resource[];
  /** Resources that were created and not yet removed, the newest first. */
  open: Resource[];
  /** Names that were announced, without a record of whether their resource was created. */
  unconfirmed: string[];
  /** Numbers of the lines that do not match the schema. */
  unreadable: number[];
}

/** The append-only record of what a run creates on a target and removes again. */
export interface ResourceJournal {
  /** Begins the journal, in the name of this process. */
  open(targetUrl: string): void;
  /** Records that a resource of this name is about to be requested. */
  announce(name: string): void;
  created(resource: Resource): void;
  removed(resource: Resource): void;
  /**
   * Reads the journal. A missing file is empty, and a last line cut off by a crash is left out. A complete line that
   * does not match the schema is reported and does not hide the others.
   */
  read(): RunResources;
}

/** The path of the resource journal in the folder of a run. */
export const resourceJournalFile = (runFolder: string) => path.join(runFolder, 'resources.ndjson');

/** The resource journal in a file. Each record is written synchronously, before anything else can fail. */
export function resourceJournal(file: string): ResourceJournal {
  // Opened anew for each record, because another process may have crashed in the middle of a line since the last.
  const append = (entry: Entry) => journal(file, entrySchema).append(entry);
  return {
    open: (targetUrl) => append({ event: 'opened', targetUrl, pid: process.pid }),
    announce: (name) => append({ event: 'announced', name }),
    created: (resource) => append({ event: 'created', resource }),
    removed: (resource) => append({ event: 'removed', resource }),
    read: () => resourcesOf(journal(file, entrySchema).read()),
  };
}

function resourcesOf({ entries, damaged }: { entries: Entry[]; damaged: number[] }): RunResources {
  const open = new Map<string, Resource>();
  const removed: Resource[] = [];
  const unconfirmed = new Set<string>();
  for (const entry of entries) {
    if (entry.event === 'announced') unconfirmed.add(entry.name);
    if (entry.event !== 'created' && entry.event !== 'removed') continue;
    const { resource } = entry;
    unconfirmed.delete(resource.name);
    const key = `${resource.kind} ${resource.id}`;
    if (entry.event === 'created') open.set(key, resource);
    else if (open.delete(key)) removed.push(resource);
  }
  const opened = entries.findLast((entry) => entry.event === 'opened');
  return {
    targetUrl: opened?.targetUrl,
    pid: opened?.pid,
    // An unreadable line may have recorded a resource.
    used: damaged.length > 0 || entries.some(({ event }) => event !== 'opened'),
    removed,
    open: [...open.values()].toReversed(),
    unconfirmed: [...unconfirmed],
    unreadable: damaged,
  };
}
