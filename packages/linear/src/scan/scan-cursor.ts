import { configurationError } from '@uat/core';
import { z } from 'zod';

/** The lists that a scan reads. */
export const scannedLists = ['issues', 'comments', 'attachments', 'documents'] as const;
export type ScannedList = (typeof scannedLists)[number];

const cursorSchema = z.object({
  v: z.literal(1),
  /** Changes since this time are requested. */
  since: z.number(),
  /** The newest change seen in this scan so far. */
  newest: z.number(),
  /** Where each unfinished list of this scan continues; absent between two scans. */
  open: z.partialRecord(z.enum(scannedLists), z.string()).optional(),
  /** `id@time` of changes reported within the overlap, so that they are not reported again. */
  seen: z.array(z.string()),
});

/** The position of a scan. Opaque to callers, who only store its text. */
export type ScanCursor = z.output<typeof cursorSchema>;

export const cursorText = (cursor: ScanCursor): string => JSON.stringify(cursor);

/**
 * Parses the text of a cursor.
 * @throws UatError (configuration) for a text that is not a cursor.
 */
export function cursorFrom(text: string): ScanCursor {
  try {
    return cursorSchema.parse(JSON.parse(text));
  } catch {
    throw configurationError(
      'The stored position of the scan for changes in Linear is damaged: delete it, and the next scan starts from a given time instead.',
    );
  }
}
