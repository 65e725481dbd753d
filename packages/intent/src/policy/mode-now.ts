import { type Mode, modes, type Rule } from './policy-schema.ts';

/** Number of days for which a new or changed rule runs in shadow, unless it gives a date. */
const shadowDays = 7;

export interface Cycle {
  /** ISO time at which the team's cycle starts. */
  startsAt: string;
}

/**
 * The mode of a rule that is in force at a moment. A changed rule runs in shadow first; a stricter mode takes effect at
 * the
 * start of the next cycle, if cycles are known.
 * @param now ISO time
 */
export function modeNow(rule: Rule, now: string, cycles: readonly Cycle[] = []): Mode {
  if (modes.indexOf(rule.mode) <= modes.indexOf('shadow')) return rule.mode;
  return now < strictFrom(rule, cycles) ? 'shadow' : rule.mode;
}

/** The moment from which the mode of a rule is in force, as an ISO time. */
export function strictFrom(rule: Rule, cycles: readonly Cycle[] = []): string {
  const shadowEnds =
    rule.shadow_until === undefined
      ? daysAfter(rule.changed, shadowDays)
      : `${rule.shadow_until}T00:00:00.000Z`;
  const starts = cycles
    .map(({ startsAt }) => new Date(startsAt).toISOString())
    .filter((startsAt) => startsAt >= shadowEnds)
    .toSorted();
  return starts[0] ?? shadowEnds;
}

function daysAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00.000Z`) + days * 86_400_000).toISOString();
}
