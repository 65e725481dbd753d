import { configurationError } from '@uat/core';

const units = { s: 1_000, m: 60_000, h: 3_600_000 } as const;

/** The longest that a timer of Node can wait. */
const longest = 2 ** 31 - 1;

/**
 * Milliseconds of a time as people write it: `90s`, `20m`, `1h`.
 * @throws UatError (configuration) for anything else, nothing at all, and times beyond 24 days.
 */
export function duration(text: string): number {
  const { count, unit } = /^(?<count>\d+)(?<unit>[smh])$/.exec(text)?.groups ?? {};
  const milliseconds = unit === 's' || unit === 'm' || unit === 'h' ? Number(count) * units[unit] : 0;
  if (milliseconds === 0 || milliseconds > longest) {
    throw configurationError(`'${text}' is not a time; write 90s, 20m or 1h.`);
  }
  return milliseconds;
}
