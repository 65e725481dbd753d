import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { roleSchema } from '@uat/config';
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

function append(file: string, entry: z.infer<typeof entrySchema>): void {
  appendFileSync(file, `${JSON.stringify(entry)}\n`);
}

/**
 * Reads a ledger; one that is not there is empty, and a last line cut off by a crash is left out. A whole line that
 * cannot be understood is counted and does not keep the others.
 */
export function readLedger(file: string): Ledger {
  const ledger: Ledger = {
    targetUrl: undefined,
    pid: undefined,
    used: false,
    removed: [],
    open: [],
    unheard: [],
    unreadable: [],
  };
  if (!existsSync(file)) return ledger;

  const open = new Map<string, Belonging>();
  const unheard = new Set<string>();
  for (const [index, line] of readFileSync(file, 'utf8').split('\n').slice(0, -1).entries()) {
    const entry = entryIn(line);
    if (entry === undefined) {
      // It may have said that something was made.
      ledger.used = true;
      ledger.unreadable.push(index + 1);
      continue;
    }
    if (entry.event === 'opened') {
      ledger.targetUrl = entry.targetUrl;
      ledger.pid = entry.pid;
      continue;
    }
    ledger.used = true;
    if (entry.event === 'making') {
      unheard.add(entry.name);
      continue;
    }
    unheard.delete(entry.belonging.name);
    const key = `${entry.belonging.kind} ${entry.belonging.id}`;
    if (entry.event === 'made') open.set(key, entry.belonging);
    else if (open.delete(key)) ledger.removed.push(entry.belonging);
  }
  return { ...ledger, open: [...open.values()].toReversed(), unheard: [...unheard] };
}

function entryIn(line: string): z.infer<typeof entrySchema> | undefined {
  try {
    return entrySchema.parse(JSON.parse(line));
  } catch {
    return undefined;
  }
}
