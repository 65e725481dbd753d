import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { infrastructureError } from '@uat/core';
import { efficacyPage, type Measurement } from '@uat/efficacy';
import type { PlannedTest } from '@uat/record';
import type { ChosenArea } from './chosen-areas.ts';
import { writeJson } from './write-json.ts';

/** An area that was measured. */
export interface MeasuredArea extends ChosenArea, Measurement {
  tests: PlannedTest[];
}

export interface WriteEfficacyOptions {
  /** `--json`: where the data go; into `.uat/efficacy/<area>/` when left out. */
  file: string | undefined;
  /** The folder `.uat`. */
  root: string;
  /** One area was asked for by name: its report is the whole answer, not one of a list. */
  single: boolean;
}

/**
 * Writes the data and, beside them, a page per area; gives the files that were written.
 * @throws UatError (infrastructure) when one cannot be written.
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
  // The shape follows from the command line, not from what was found.
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
