import { configurationError } from './uat-error.ts';

const hour = 3_600_000;
const units = { h: hour, d: 24 * hour, w: 7 * 24 * hour } as const;

/** Older than any file or run. */
const longest = 100 * 366 * units.d;

/**
 * Parses an age such as `12h`, `90d` or `26w`; gives milliseconds.
 * @throws UatError (configuration) for anything else, for zero, and beyond 100 years.
 */
export function age(text: string): number {
  const { count, unit } = /^(?<count>\d+)(?<unit>[hdw])$/.exec(text)?.groups ?? {};
  const milliseconds = unit === 'h' || unit === 'd' || unit === 'w' ? Number(count) * units[unit] : 0;
  if (milliseconds === 0 || milliseconds > longest)
    throw configurationError(`'${text}' is not an age; write 12h, 90d or 26w.`);
  return milliseconds;
}
