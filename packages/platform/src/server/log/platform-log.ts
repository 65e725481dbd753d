import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';

import { secondsAhead } from '../../test-support/request-clock.ts';
import { withoutSecrets } from './without-secrets.ts';

/** Something the platform did, in the shape in which the API shows it. */
export interface LogEntry {
  /** ISO 8601. */
  time: string;
  level: 'info' | 'warn' | 'error';
  /** `REQUEST` for a request that was answered; other names for what else happened. */
  event: string;
  message?: string;
  request_id?: string;
  method?: string;
  /** Without its query, which may hold secrets. */
  path?: string;
  status?: number;
  seconds?: number;
  /** Name of the caller; null when nobody was signed in. */
  user?: string | null;
}

/** Part of the log: bounds in milliseconds since 1970, both included. */
export interface LogWindow {
  since: number;
  until: number;
  /** The newest ones when there are more. */
  limit: number;
}

/** The platform's log: the newest entries in memory, all of them in a file, one JSON object per line. */
export interface PlatformLog {
  write(entry: Omit<LogEntry, 'time'>): void;
  /** Oldest first. */
  entries(window: LogWindow): LogEntry[];
  /** Ends when everything is in the file. */
  close(): Promise<void>;
}

/** Entries that stay in memory. */
export const remembered = 5_000;

const longestText = 4_000;

/** A log that appends to `file`. What the operator has to know, warnings and errors, goes to `complain` as well. */
export function openPlatformLog(file: string, complain: (line: string) => void): PlatformLog {
  let recent: LogEntry[] = [];
  const stream = createWriteStream(file, { flags: 'a', mode: 0o600 });
  stream.on('error', ({ message }) => complain(`The log ${file} cannot be written any more: ${message}`));

  return {
    write(given) {
      // A request that asks for another time (x-test-clock) happens now all the same.
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
      // Only the file may fail here, and that has been said.
      await finished(stream).catch(() => undefined);
    },
  };
}

// The last line of defence: whatever a text came from, it passes here on its way into the log.
function cleaned(entry: Omit<LogEntry, 'time'>): Omit<LogEntry, 'time'> {
  const texts = Object.entries(entry).map(([name, value]) => [
    name,
    typeof value === 'string' ? withoutSecrets(value.slice(0, longestText)) : value,
  ]);
  return Object.fromEntries(texts) as Omit<LogEntry, 'time'>;
}
