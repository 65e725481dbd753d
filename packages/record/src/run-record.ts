import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { configurationError, journal, jsonIn, jsonText, writeFileAtomic } from '@uat/core';
import { z } from 'zod';
import {
  type Diagnostic,
  eventSchema,
  headerSchema,
  type RecordEvent,
  type RecordHeader,
  recordVersion,
  type RunRecord,
} from './schema.ts';

const headerOf = (folder: string) => path.join(folder, 'run.json');
const eventsOf = (folder: string) => journal(path.join(folder, 'events.ndjson'), eventSchema);

/** Writes the header of a run's record, atomically. */
export function beginRecord(folder: string, header: RecordHeader): void {
  writeFileAtomic(headerOf(folder), `${jsonText(header, 2)}\n`);
}

/** Appends events; synchronous, so that results survive whatever happens next. */
export function recordEvent(folder: string, ...events: RecordEvent[]): void {
  eventsOf(folder).append(...events);
}

/** The events in a folder so far, also of a run in progress. */
export function recordedEvents(folder: string): RecordEvent[] {
  return eventsOf(folder).read().entries;
}

/** Passes on each event in a folder, from the first, soon after it was written; until disposed. */
export function followRecord(folder: string, each: (event: RecordEvent) => void): Disposable {
  return eventsOf(folder).follow(each);
}

/**
 * Reads the record in a folder. An incomplete last line is dropped; any other damaged line becomes a diagnostic,
 * because a run with lost events must not be green.
 * @throws UatError (configuration) when there is no record, or its version is unknown.
 */
export function readRecord(folder: string): RunRecord {
  const { file, read } = eventsOf(folder);
  const { entries, damaged } = read();
  const lost = damaged.map((line): Diagnostic => ({
    event: 'diagnostic',
    kind: 'infrastructure',
    message: `line ${line} of ${path.basename(file)} cannot be read`,
  }));
  return {
    ...{ header: readHeader(folder), events: [...entries, ...lost] },
    ...(lost.length === 0 ? {} : { damaged: true }),
  };
}

function readHeader(folder: string): RecordHeader {
  const file = headerOf(folder);
  if (!existsSync(file))
    throw configurationError(
      `${folder} is not the folder of a run: it has no run.json. Name a folder in .uat/runs.`,
    );
  const json = jsonIn(readFileSync(file, 'utf8'));
  const version = z.object({ schemaVersion: z.number() }).safeParse(json).data?.schemaVersion;
  if (version !== undefined && version > recordVersion)
    throw configurationError(
      `${file} has version ${version}, and this uat reads versions up to ${recordVersion}. Use the uat that wrote it, or a newer one.`,
    );
  const header = headerSchema.safeParse(json);
  if (header.success) return header.data;
  throw configurationError(`${file} is not the header of a run: ${z.prettifyError(header.error)}`);
}
