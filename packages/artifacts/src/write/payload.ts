import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import type { PackagePlan } from '../plan/package-plan.ts';
import type { PlannedEntry } from '../plan/planned-entry.ts';

/** A path that a package installs, with everything needed to write it. */
export interface PayloadEntry {
  /** Absolute on the host. */
  path: string;
  type: 'file' | 'directory' | 'link';
  mode: number;
  size: number;
  sha256: string;
  md5: string;
  /** Link target, for links only, else empty. */
  target: string;
  /** A shared parent folder: it was not planned itself, and no folder above it was. */
  implied: boolean;
  open(): Readable;
}

/**
 * The entries of the plan in order, each folder before its contents.
 * @throws Error when two entries claim one path, or a conffile is not among them.
 */
export async function payloadOf(plan: Pick<PackagePlan, 'entries' | 'conffiles'>): Promise<PayloadEntry[]> {
  const planned = new Map(plan.entries.map((entry) => [entry.path, entry]));
  if (planned.size < plan.entries.length) throw new Error('Two entries of the package claim one path.');
  const missing = plan.conffiles.find((file) => planned.get(file)?.kind !== 'file');
  if (missing !== undefined)
    throw new Error(`The conffile ${missing} is not among the files of the package.`);

  const folders = new Set([...planned.keys()].flatMap(foldersAbove));
  const implied = [...folders].filter((folder) => !planned.has(folder));
  const entries = [
    ...implied.map((folder) => ({
      ...withoutContent(folder, 'directory', 0o755),
      implied: !foldersAbove(folder).some((above) => planned.has(above)),
    })),
    ...(await Promise.all(plan.entries.map(payloadEntry))),
  ];
  return entries.toSorted((one, other) => (one.path < other.path ? -1 : 1));
}

function foldersAbove(file: string): string[] {
  const above = path.posix.dirname(file);
  return above === '/' ? [] : [...foldersAbove(above), above];
}

/** A planned entry with its size and digests. */
export async function payloadEntry(entry: PlannedEntry): Promise<PayloadEntry> {
  switch (entry.kind) {
    case 'directory':
      return withoutContent(entry.path, 'directory', entry.mode);
    case 'link':
      return { ...withoutContent(entry.path, 'link', 0o777), target: entry.target };
    case 'file': {
      const content = Buffer.from(entry.content);
      const open = () => Readable.from([content]);
      return {
        ...withoutContent(entry.path, 'file', entry.mode),
        size: content.length,
        ...(await digests(open())),
        open,
      };
    }
    case 'copy': {
      const { size } = await stat(entry.source);
      const open = () => createReadStream(entry.source, { highWaterMark: 1 << 20 });
      return { ...withoutContent(entry.path, 'file', entry.mode), size, ...(await digests(open())), open };
    }
  }
}

function withoutContent(at: string, type: PayloadEntry['type'], mode: number): PayloadEntry {
  return {
    path: at,
    type,
    mode,
    size: 0,
    sha256: '',
    md5: '',
    target: '',
    implied: false,
    open: () => Readable.from([]),
  };
}

async function digests(content: AsyncIterable<Buffer>): Promise<{ sha256: string; md5: string }> {
  const [sha256, md5] = [createHash('sha256'), createHash('md5')];
  for await (const chunk of content) {
    sha256.update(chunk);
    md5.update(chunk);
  }
  return { sha256: sha256.digest('hex'), md5: md5.digest('hex') };
}
