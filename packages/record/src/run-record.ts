import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { configurationError, journal, jsonIn, jsonText } from '@uat/core';
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

/** Begins the record of a run in its folder; a reader finds a whole header or none. */
export function beginRecord(folder: string, header: RecordHeader): void {
  const draft = path.join(folder, '.run.json');
  writeFileSync(draft, `${jsonText(header, 2)}\n`);
  renameSync(draft, headerOf(folder));
}

/** Appends events; synchronous, so that what was judged survives whatever happens next. */
export function recordEvent(folder: string, ...events: RecordEvent[]): void {
  eventsOf(folder).append(...events);
}

/** The events that stand in a folder so far; for those that watch a run that goes on. */
export function recordedEvents(folder: string): RecordEvent[] {
  return eventsOf(folder).read().entries;
}

/** Tells of each event in a folder from the first on, soon after it was written; until disposed. */
export function followRecord(folder: string, each: (event: RecordEvent) => void): Disposable {
  return eventsOf(folder).follow(each);
}

/**
 * Reads a run from its folder. A last line that was cut off by a crash is left out; any other that cannot be read
 * becomes a diagnostic: what it said is lost, and nothing that was lost may be green.
 * @throws UatError (configuration) where there is no record, or one of a version that this code does not know.
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
    throw configurationError(`${folder} holds no run: there is no run.json. Name a folder below .uat/runs.`);
  const json = jsonIn(readFileSync(file, 'utf8'));
  const version = z.object({ schemaVersion: z.number() }).safeParse(json).data?.schemaVersion;
  if (version !== undefined && version > recordVersion)
    throw configurationError(
      `${file} is of version ${version}, and this uat reads versions up to ${recordVersion}. Use the uat that wrote it, or a newer one.`,
    );
  const header = headerSchema.safeParse(json);
  if (header.success) return header.data;
  throw configurationError(`${file} is no header of a run: ${z.prettifyError(header.error)}`);
}
