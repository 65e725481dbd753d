const day = 86_400_000;

/**
 * The same time of day that many working days later; Saturdays and Sundays (UTC) do not count. Half a day is 12 hours.
 */
export function afterWorkingDays(from: number, days: number): number {
  let at = from;
  for (let left = days; left > 0;) {
    const step = Math.min(left, 1);
    at += step * day;
    while (isWeekend(at)) at += day;
    left -= step;
  }
  return at;
}

function isWeekend(at: number): boolean {
  const weekday = new Date(at).getUTCDay();
  return weekday === 0 || weekday === 6;
}
