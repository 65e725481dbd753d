import type { RecordEvent, RunRecord } from './schema.ts';

/**
 * A record with its attachment paths prefixed, for a run whose files were moved to a subfolder: `part-1/attachments/…`.
 * Paths that lead out of the folder are dropped.
 */
export function placedBelow(folder: string, { events, ...rest }: RunRecord): RunRecord {
  return {
    ...rest,
    events: events.map((one): RecordEvent =>
      one.event === 'attempt'
        ? { ...one, attachments: one.attachments.filter(isBelow).map((file) => `${folder}/${file}`) }
        : one,
    ),
  };
}

/** Whether a path from a record, which may be foreign, stays inside the folder of its run. */
const isBelow = (file: string) => !/^([/\\]|[a-z]:)|(^|[/\\])\.\.([/\\]|$)/i.test(file);
