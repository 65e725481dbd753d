import { configurationError } from './uat-error.ts';

const units = { s: 1_000, m: 60_000, h: 3_600_000 } as const;

/** Maximum delay of a Node timer, in milliseconds. */
const longest = 2 ** 31 - 1;

/**
 * Parses a duration such as `90s`, `20m` or `1h`; gives milliseconds.
 * @throws UatError (configuration) for anything else, for zero, and beyond 24 days.
 */
export function duration(text: string): number {
  const { count, unit } = /^(?<count>\d+)(?<unit>[smh])$/.exec(text)?.groups ?? {};
  const milliseconds = unit === 's' || unit === 'm' || unit === 'h' ? Number(count) * units[unit] : 0;
  if (milliseconds === 0 || milliseconds > longest) {
    throw configurationError(`'${text}' is not a time; write 90s, 20m or 1h.`);
  }
  return milliseconds;
}
