import { html, type Html } from './html.ts';

const units = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['min', 60_000],
  ['s', 1_000],
] as const;

/** A time relative to now (`3 h ago`, `in 12 min`), with the exact time for machines and on hover. */
export function relativeTime(at: number, now: number): Html {
  return html`<time datetime="${new Date(at).toISOString()}" title="${utc(at)}">${distance(at - now)}</time>`;
}

/** `2026-11-30 17:35 UTC`. */
export function utc(at: number): string {
  return `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

function distance(ms: number): string {
  const size = Math.abs(ms);
  const unit = units.find(([, each]) => size >= each);
  if (unit === undefined) return 'now';
  const [name, each] = unit;
  const words = `${Math.trunc(size / each)} ${name}`;
  return ms < 0 ? `${words} ago` : `in ${words}`;
}
