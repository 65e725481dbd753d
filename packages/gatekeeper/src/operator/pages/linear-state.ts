import type { Allowance, BreakerState } from '@uat/linear';
import type { GateState } from '../gate-state.ts';
import { html, type Html } from './html.ts';
import { relativeTime } from './relative-time.ts';

/** The remaining request budget, and the state of the connection to Linear. */
export function linearState(
  { budget: { requests, complexity, endpoints, inFlight, breaker } }: GateState,
  now: number,
): Html {
  const allowances = [
    ['Requests', requests] as const,
    ['Points', complexity] as const,
    ...Object.entries(endpoints),
  ];
  return html`<section aria-labelledby="linear-name">
    <h2 id="linear-name">Linear</h2>
    <dl class="rows">
      <div>
        <dt>Connection</dt>
        <dd>${breakerSays(breaker, now)}</dd>
      </div>
      <div>
        <dt>Under way</dt>
        <dd>${inFlight} ${inFlight === 1 ? 'request' : 'requests'}</dd>
      </div>
      ${allowances.map(
        ([name, allowance]) =>
          html`<div>
            <dt>${name}</dt>
            <dd>${allowanceSays(name, allowance, now)}</dd>
          </div>`,
      )}
    </dl>
  </section>`;
}

const count = new Intl.NumberFormat('en');

/** The share of a limit reserved for essential calls: below it the meter warns. */
const reserve = 0.2;

function allowanceSays(name: string, allowance: Allowance | undefined, now: number): Html {
  if (allowance === undefined) return html`not known before Linear’s first answer`;
  const { limit, remaining, resetAt } = allowance;
  const left = `${count.format(remaining)} of ${count.format(limit)} left`;
  const refill = resetAt > now ? html`, full again ${relativeTime(resetAt, now)}` : undefined;
  return html`<meter
      min="0"
      max="${limit}"
      low="${limit * reserve}"
      value="${remaining}"
      aria-label="${name} left"
    ></meter>
    ${left}${refill}`;
}

/** The state of the circuit breaker as a sentence. */
export function breakerSays(breaker: BreakerState, now: number): Html {
  switch (breaker.kind) {
    case 'closed':
      return html`Linear answers.`;
    case 'half-open':
      return html`One request is testing whether Linear answers again.`;
    case 'open':
      return html`Paused after “${breaker.because}”; next attempt ${relativeTime(breaker.until, now)}.`;
  }
}
