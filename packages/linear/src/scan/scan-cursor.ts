import { configurationError } from '@uat/core';
import { z } from 'zod';

/** The lists that a scan looks through. */
export const scannedLists = ['issues', 'comments', 'attachments', 'documents'] as const;
export type ScannedList = (typeof scannedLists)[number];

const cursorSchema = z.object({
  v: z.literal(1),
  /** Changes at or after this are asked for. */
  since: z.number(),
  /** Newest change seen in this scan so far. */
  newest: z.number(),
  /** Where each list goes on that this scan is not through with; absent between two scans. */
  open: z.partialRecord(z.enum(scannedLists), z.string()).optional(),
  /** `id@time` of what was reported within the overlap, so that it is not reported again. */
  seen: z.array(z.string()),
});

/** Where a scan stands. Opaque to callers, who only store its text. */
export type ScanCursor = z.output<typeof cursorSchema>;

export const cursorText = (cursor: ScanCursor): string => JSON.stringify(cursor);

/** The cursor that a text stands for. Throws a configuration error for a text that is not ours. */
export function cursorFrom(text: string): ScanCursor {
  try {
    return cursorSchema.parse(JSON.parse(text));
  } catch {
    throw configurationError(
      'The stored position of the scan for changes in Linear is damaged: remove it, and the next scan starts at a time instead.',
    );
  }
}
