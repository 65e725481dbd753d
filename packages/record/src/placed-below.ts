import type { RecordEvent, RunRecord } from './schema.ts';

/**
 * The record of a run whose files lie in a folder below, with the paths that they have from above:
 * `part-1/attachments/…`. What leads out of the folder is left out.
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

/** Whether a path of a record, which others may have written, stays in the folder of its run. */
const isBelow = (file: string) => !/^([/\\]|[a-z]:)|(^|[/\\])\.\.([/\\]|$)/i.test(file);
