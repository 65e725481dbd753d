import type { PatConfig } from '../../api/answers.ts';

export interface Lifetime {
  seconds: number;
  text: string;
}

const units = [
  { seconds: 86_400, one: 'day', many: 'days' },
  { seconds: 3600, one: 'hour', many: 'hours' },
  { seconds: 60, one: 'minute', many: 'minutes' },
  { seconds: 1, one: 'second', many: 'seconds' },
];

const usual = [3600, 86_400, 7 * 86_400, 30 * 86_400, 90 * 86_400, 365 * 86_400];

/** Lifetimes to choose from, shortest first: common ones that the platform allows, and its default. */
export function lifetimes({ default_seconds, min_seconds, max_seconds }: PatConfig['ttl']): Lifetime[] {
  return [...new Set([...usual, default_seconds])]
    .filter((seconds) => seconds >= min_seconds && seconds <= max_seconds)
    .toSorted((one, other) => one - other)
    .map((seconds) => ({ seconds, text: inWords(seconds) }));
}

/** In the largest unit that leaves no fraction. */
function inWords(seconds: number): string {
  const unit = units.find((candidate) => seconds % candidate.seconds === 0);
  if (unit === undefined) return `${seconds} seconds`;
  const count = seconds / unit.seconds;
  return `${count} ${count === 1 ? unit.one : unit.many}`;
}
