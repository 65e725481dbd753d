import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { infrastructureError } from '@uat/core';
import { type SelectedArea, efficacyPage, type Measurement } from '@uat/efficacy';
import type { PlannedTest } from '@uat/record';
import { writeJson } from '../terminal/write-json.ts';

/** An area with its measurement. */
export interface MeasuredArea extends SelectedArea, Measurement {
  tests: PlannedTest[];
}

export interface WriteEfficacyOptions {
  /** `--json`: file for the data; by default it is in `.uat/efficacy/<area>/`. */
  file: string | undefined;
  /** The folder `.uat`. */
  root: string;
  /** Whether a single area was named: its report is then the whole data, not an entry of a list. */
  single: boolean;
}

/**
 * Writes the data and a page per area; gives the paths of the written files.
 * @throws UatError (infrastructure) when a file cannot be written.
 */
export function writeEfficacy(measured: readonly MeasuredArea[], options: WriteEfficacyOptions): string[] {
  const { file, root, single } = options;
  const named = file === undefined || file === '-' ? undefined : path.resolve(file);
  const files = measured.flatMap((area) => {
    const own = path.join(root, 'efficacy', area.name);
    const page =
      named === undefined
        ? path.join(own, 'efficacy.html')
        : path.join(path.dirname(named), single ? 'efficacy.html' : `efficacy-${area.name}.html`);
    const data = path.join(own, 'efficacy.json');
    writePage(page, efficacyPage({ ...area, at: new Date() }));
    if (file === undefined) writeJson(data, area.report);
    return file === undefined ? [page, data] : [page];
  });
  if (file === undefined) return files;

  const [only] = measured;
  const reports = measured.map(({ report }) => report);
  // The shape depends on the command line, not on the results.
  writeJson(file, single ? only?.report : { schemaVersion: 1, areas: reports });
  return named === undefined ? files : [...files, named];
}

function writePage(file: string, page: string): void {
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, page);
  } catch (error) {
    throw infrastructureError(`${file} cannot be written: ${(error as Error).message}`, { cause: error });
  }
}
