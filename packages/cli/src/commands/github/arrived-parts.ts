import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { UatError } from '@uat/core';
import type { PinnedPlan } from '@uat/plan';
import { readRecord } from '@uat/record';
import { readPlan } from '@uat/runner/plan';

/** What the jobs of a stage left, as their artifacts hold it. */
export interface ArrivedParts {
  plan?: PinnedPlan;
  /** Folders with the record of a shard. */
  shards: string[];
  /** Folder of the run that reports why there is no plan. */
  refused?: string;
  /** Sentences about parts that cannot be used. */
  problems: string[];
}

/** Finds the parts of a stage in a folder, or in its subfolders: a download of one artifact makes none. */
export function arrivedParts(from: string): ArrivedParts {
  const subfolders = existsSync(from)
    ? readdirSync(from, { withFileTypes: true }).filter((entry) => entry.isDirectory())
    : [];
  const folders = [from, ...subfolders.map(({ name }) => path.join(from, name)).toSorted()];
  const parts: ArrivedParts = { shards: [], problems: [] };
  for (const folder of folders) {
    try {
      const plan = path.join(folder, 'plan.json');
      if (existsSync(plan)) parts.plan = readPlan(plan);
      else if (existsSync(path.join(folder, 'run.json'))) addRecord(folder, parts);
    } catch (error) {
      if (!(error instanceof UatError)) throw error;
      parts.problems.push(error.message);
    }
  }
  return parts;
}

function addRecord(folder: string, parts: ArrivedParts): void {
  if (readRecord(folder).header.shard === undefined) parts.refused = folder;
  else parts.shards.push(folder);
}
