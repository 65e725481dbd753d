import path from 'node:path';
import { roleSchema } from '@uat/config';
import { journal } from '@uat/core';
import { z } from 'zod';

const belongingSchema = z.discriminatedUnion('kind', [
  /** A user; `id` is the target's. */
  z.object({ kind: z.literal('user'), id: z.string(), name: z.string() }),
  /** A personal access token; `id` is its jti, and only its owner can revoke it. */
  z.object({ kind: z.literal('pat'), id: z.string(), name: z.string(), owner: roleSchema }),
  /** A workroom or a deployed app; its owner may remove it, or an administrator when no role owns it. */
  z.object({ kind: z.enum(['workroom', 'app']), id: z.string(), name: z.string(), owner: roleSchema }),
  /** A secret; `id` is its URN. */
  z.object({ kind: z.literal('secret'), id: z.string(), name: z.string() }),
  /** A rule of the access policy; `id` is its path, which names the run. */
  z.object({ kind: z.literal('policy rule'), id: z.string(), name: z.string() }),
  /** Consent texts and banners of the run; `id` is what `replacedSettingsId` makes of those before them. */
  z.object({ kind: z.literal('security settings'), id: z.string(), name: z.string() }),
  /** A file that was entered by hand; one of a model goes with it. */
  z.object({ kind: z.literal('model file'), id: z.string(), name: z.string() }),
  z.object({ kind: z.literal('model'), id: z.string(), name: z.string() }),
  /** A deployment of a model, named by its config, or such a config. */
  z.object({ kind: z.enum(['model deployment', 'model config']), id: z.string(), name: z.string() }),
  /** A relation; `id` is what `relationId` makes of it, `name` its object. */
  z.object({ kind: z.literal('relation'), id: z.string(), name: z.string() }),
]);

/** Something that a run made on a target and has to remove. */
export type Belonging = z.infer<typeof belongingSchema>;

const entrySchema = z.discriminatedUnion('event', [
  /** The first line: where the run makes things, and the process that answers for them. */
  z.object({ event: z.literal('opened'), targetUrl: z.string(), pid: z.number() }),
  /** Written before a thing is asked for: a run that is stopped may never hear that it was made. */
  z.object({ event: z.literal('making'), name: z.string() }),
  z.object({ event: z.enum(['made', 'removed']), belonging: belongingSchema }),
]);

/** What a ledger says. */
export interface Ledger {
  targetUrl: string | undefined;
  /** The process of the run; when it is gone, nobody else will clean up. */
  pid: number | undefined;
  /** Whether anything was made at all, or asked for. */
  used: boolean;
  /** What was made and removed again. */
  removed: Belonging[];
  /** What was made and not yet removed, the newest first. */
  open: Belonging[];
  /** Names of things that were asked for, of which nobody heard whether they were made. */
  unheard: string[];
  /** Numbers of the lines that say nothing that can be understood. */
  unreadable: number[];
}

/** Where a run writes down what it made and removed. */
export const ledgerFile = (runFolder: string) => path.join(runFolder, 'ledger.ndjson');

/** Begins a ledger. */
export function openLedger(file: string, targetUrl: string): void {
  append(file, { event: 'opened', targetUrl, pid: process.pid });
}

/** Writes that a thing of this name is about to be asked for. */
export function announceInLedger(file: string, name: string): void {
  append(file, { event: 'making', name });
}

/** Writes one line; synchronous, so that it stands there before anything else can go wrong. */
export function recordInLedger(file: string, event: 'made' | 'removed', belonging: Belonging): void {
  append(file, { event, belonging });
}

function append(file: string, entry: z.output<typeof entrySchema>): void {
  journal(file, entrySchema).append(entry);
}

/**
 * Reads a ledger; one that is not there is empty, and a last line cut off by a crash is left out. A whole line that
 * cannot be understood is counted and does not keep the others.
 */
export function readLedger(file: string): Ledger {
  const { entries, damaged } = journal(file, entrySchema).read();
  const open = new Map<string, Belonging>();
  const removed: Belonging[] = [];
  const unheard = new Set<string>();
  for (const entry of entries) {
    if (entry.event === 'making') unheard.add(entry.name);
    if (entry.event !== 'made' && entry.event !== 'removed') continue;
    const { belonging } = entry;
    unheard.delete(belonging.name);
    const key = `${belonging.kind} ${belonging.id}`;
    if (entry.event === 'made') open.set(key, belonging);
    else if (open.delete(key)) removed.push(belonging);
  }
  const opened = entries.findLast(({ event }) => event === 'opened');
  return {
    targetUrl: opened?.event === 'opened' ? opened.targetUrl : undefined,
    pid: opened?.event === 'opened' ? opened.pid : undefined,
    // A line that cannot be read may have said that something was made.
    used: damaged.length > 0 || entries.some(({ event }) => event !== 'opened'),
    removed,
    open: [...open.values()].toReversed(),
    unheard: [...unheard],
    unreadable: damaged,
  };
}
