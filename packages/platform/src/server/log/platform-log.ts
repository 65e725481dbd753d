import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';

import { secondsAhead } from '../../test-support/request-clock.ts';
import { withoutSecrets } from './without-secrets.ts';

/** An entry of the platform's log, as the API shows it. */
export interface LogEntry {
  /** ISO 8601. */
  time: string;
  level: 'info' | 'warn' | 'error';
  /** `REQUEST` for an answered request; other names for other events. */
  event: string;
  message?: string;
  request_id?: string;
  method?: string;
  /** Without its query, which may hold secrets. */
  path?: string;
  status?: number;
  seconds?: number;
  /** Name of the caller; null for an anonymous one. */
  user?: string | null;
}

/** A range of the log, in milliseconds since 1970, inclusive. */
export interface LogWindow {
  since: number;
  until: number;
  /** Limit; the newest entries are returned. */
  limit: number;
}

/** The platform's log: the newest entries in memory, all of them in a file, one JSON object per line. */
export interface PlatformLog {
  write(entry: Omit<LogEntry, 'time'>): void;
  /** Oldest first. */
  entries(window: LogWindow): LogEntry[];
  /** Resolves when everything is written to the file. */
  close(): Promise<void>;
}

/** Number of entries in memory. */
export const remembered = 5_000;

const longestText = 4_000;

/** A log that appends to `file`. Warnings and errors go to `complain` too. */
export function openPlatformLog(file: string, complain: (line: string) => void): PlatformLog {
  let recent: LogEntry[] = [];
  const stream = createWriteStream(file, { flags: 'a', mode: 0o600 });
  stream.on('error', ({ message }) => complain(`The log ${file} cannot be written any more: ${message}`));

  return {
    write(given) {
      // Real time, also for a request with a shifted clock (x-test-clock).
      const time = new Date(Date.now() - secondsAhead() * 1000).toISOString();
      const entry: LogEntry = { time, ...cleaned(given) };
      recent.push(entry);
      if (recent.length > 2 * remembered) recent = recent.slice(-remembered);
      if (stream.writable) stream.write(`${JSON.stringify(entry)}\n`);
      if (entry.level !== 'info' && entry.message !== undefined) complain(entry.message);
    },
    entries: ({ since, until, limit }) =>
      recent
        .slice(-remembered)
        .filter(({ time }) => Date.parse(time) >= since && Date.parse(time) <= until)
        .slice(-limit),
    async close() {
      stream.end();
      // Only the file may fail here, which has been reported.
      await finished(stream).catch(() => undefined);
    },
  };
}

// The last line of defence: every text passes here on its way into the log.
function cleaned(entry: Omit<LogEntry, 'time'>): Omit<LogEntry, 'time'> {
  const texts = Object.entries(entry).map(([name, value]) => [
    name,
    typeof value === 'string' ? withoutSecrets(value.slice(0, longestText)) : value,
  ]);
  return Object.fromEntries(texts) as Omit<LogEntry, 'time'>;
}
