import { mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { infrastructureError, redaction } from '@uat/core';
import { codeOf, publishFile, Unpublishable } from './publish-file.ts';

export interface PublishEvidenceOptions {
  /** Staging folder that the reporters wrote to. */
  from: string;
  /** The run's folder. */
  to: string;
  secrets: readonly string[];
  /** Aborted when the run has to end: large files are then left out. */
  signal?: AbortSignal;
}

/** A file of the evidence that was not published. */
interface LeftOut {
  /** Its path in the run's folder, where a placeholder takes its place. */
  file: string;
  /** Reason, to follow "left out: ". */
  why: string;
}

const mebibyte = 1024 * 1024;
/** Size limit for the report: Allure puts everything into one page, which has to fit into one string. */
const largestInReport = 64 * mebibyte;
/** Size limit when the run has to end: larger files take too long. */
const largestInHaste = 16 * mebibyte;

/**
 * Publishes staged files to the run's folder, the small ones first: text and file names redacted, anything else byte
 * for byte unless it contains a secret. Files that cannot be published get a placeholder, and are returned.
 * Playwright's `trace.zip` is copied as it is: traces must not leave this machine.
 * @throws UatError (infrastructure) when the run's folder cannot be written; all files that could be are there.
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

/** A file in the staging folder. */
interface Item {
  source: string;
  /** Size in bytes. */
  size: number;
  /** Reason why it cannot be published, if known already. */
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
          return [{ source, size: 0, problem: `it is ${entry.isSymbolicLink() ? 'a link' : 'not a file'}` }];
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
    return 'there was no time for a file of this size when the run was stopped';
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

/** A unique name: two names that differ only in their secrets are the same once redacted. */
function freeName(file: string, taken: Set<string>): string {
  const { dir, name, ext } = path.parse(file);
  let free = file;
  for (let n = 2; taken.has(free); n += 1) free = path.join(dir, `${name}-${n}${ext}`);
  taken.add(free);
  return free;
}
