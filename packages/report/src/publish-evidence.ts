import { mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { infrastructureError, redaction } from '@uat/core';
import { codeOf, publishFile, Unpublishable } from './publish-file.ts';

export interface PublishEvidenceOptions {
  /** Where the reporters wrote; private. */
  from: string;
  /** The run's folder. */
  to: string;
  secrets: readonly string[];
  /** Aborted when the run has to end: what would take long is then left out. */
  signal?: AbortSignal;
}

/** Something of the evidence that is not in the run's folder. */
interface LeftOut {
  /** Where it would be there; a word stands in its place. */
  file: string;
  /** The end of a sentence that begins with "left out: ". */
  why: string;
}

const mebibyte = 1024 * 1024;
/** Allure puts all that it shows into one page, which has to fit into one string. */
const largestInReport = 64 * mebibyte;
/** What is larger takes too long when the run has to end. */
const largestInHaste = 16 * mebibyte;

/**
 * Copies what reporters wrote to the run's folder, each file for itself, the small ones first: text without secrets, also
 * in names of files, and anything else byte for byte unless a secret stands in it. What cannot be there is left out, with a
 * word in its place, and given back. Playwright's `trace.zip` is copied unseen: traces must not leave this machine.
 * @throws UatError (infrastructure) when the run's folder cannot be written; what could be, is there.
 */
export async function publishEvidence({
  from,
  to,
  secrets,
  signal,
}: PublishEvidenceOptions): Promise<LeftOut[]> {
  const clean = redaction(secrets);
  const leftOut: LeftOut[] = [];
  const taken = new Set<string>();
  let problem: unknown;
  for (const item of (await itemsIn(from)).toSorted((a, b) => a.size - b.size)) {
    const file = freeName(clean.path(path.relative(from, item.source)), taken);
    const target = path.join(to, file);
    try {
      await mkdir(path.dirname(target), { recursive: true });
      const why = whyNot(item, file, signal) ?? (await refusal(publishFile(item.source, target, clean)));
      if (why === undefined) continue;
      leftOut.push({ file, why });
      await writeFile(target, `left out: ${why}\n`);
    } catch (error) {
      problem ??= error;
    }
  }
  if (problem === undefined) return leftOut;
  throw infrastructureError(
    `Results cannot be written to ${to} (${codeOf(problem)}). Make room or name another folder with --out.`,
    { cause: problem },
  );
}

/** Something in the folder of the evidence. */
interface Item {
  source: string;
  /** In bytes. */
  size: number;
  /** Why it cannot be published, if that is plain. */
  problem?: string;
}

async function itemsIn(folder: string): Promise<Item[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    const items = await Promise.all(
      entries.map(async (entry): Promise<Item[]> => {
        const source = path.join(folder, entry.name);
        if (entry.isDirectory()) return itemsIn(source);
        if (!entry.isFile())
          return [{ source, size: 0, problem: `it is ${entry.isSymbolicLink() ? 'a link' : 'no file'}` }];
        return [{ source, size: (await stat(source)).size }];
      }),
    );
    return items.flat();
  } catch (error) {
    return [{ source: folder, size: 0, problem: `it cannot be read (${codeOf(error)})` }];
  }
}

function whyNot({ size, problem }: Item, file: string, signal: AbortSignal | undefined): string | undefined {
  if (problem !== undefined) return problem;
  if (signal?.aborted === true && size > largestInHaste)
    return 'there was no time for so large a file when the run was stopped';
  if (file.startsWith(`allure-results${path.sep}`) && size > largestInReport)
    return `it is too large for the report (${Math.ceil(size / mebibyte)} MiB); see attachments/ in the run's folder`;
  return undefined;
}

async function refusal(publication: Promise<void>): Promise<string | undefined> {
  try {
    await publication;
    return undefined;
  } catch (error) {
    if (error instanceof Unpublishable) return error.message;
    throw error;
  }
}

/** A name that no other file has taken: two that differ only in their secrets are alike without them. */
function freeName(file: string, taken: Set<string>): string {
  const { dir, name, ext } = path.parse(file);
  let free = file;
  for (let n = 2; taken.has(free); n += 1) free = path.join(dir, `${name}-${n}${ext}`);
  taken.add(free);
  return free;
}
