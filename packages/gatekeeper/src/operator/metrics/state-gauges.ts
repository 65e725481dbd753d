import type { GateState } from '../gate-state.ts';

/** The current reading of a gauge. One without values is left out of a scrape. */
export interface GaugeReading {
  readonly name: string;
  readonly help: string;
  readonly values: readonly { readonly labels: Readonly<Record<string, string>>; readonly value: number }[];
}

/** The state as gauges; only `gate_state_readable 0` when the state could not be read (`undefined`). */
export function stateGauges(state: GateState | undefined, now: number): GaugeReading[] {
  const readable = 'Whether the state could be read for this scrape';
  if (state === undefined) return [one('gate_state_readable', readable, 0)];

  const { queue, blocked, overrides, questions, deadLetters, budget, policy, failingOpen } = state;
  const allowances = Object.entries({ requests: budget.requests, points: budget.complexity }).flatMap(
    ([of, allowance]) => (allowance === undefined ? [] : [{ of, ...allowance }]),
  );
  const age = (since: number | undefined) => (since === undefined ? 0 : Math.max(0, (now - since) / 1_000));
  return [
    one('gate_state_readable', readable, 1),
    one('gate_inbox_issues', 'Issues waiting to be judged', queue.toJudge),
    one('gate_inbox_oldest_seconds', 'How long the oldest of them has been due', age(queue.oldestDueAt)),
    each('gate_outbox_writes', 'Writes to Linear waiting to be sent, by kind', 'kind', queue.toSend),
    one(
      'gate_outbox_oldest_seconds',
      'How long the oldest of them has been waiting',
      age(queue.oldestToSendAt),
    ),
    one('gate_dead_letters', 'Writes to Linear that were given up and need an operator', deadLetters.length),
    each('gate_tickets_held_up', 'Tickets that lack something, by verdict', 'verdict', {
      block: blocked.filter(({ verdict }) => verdict === 'block').length,
      advise: blocked.filter(({ verdict }) => verdict === 'advise').length,
    }),
    one('gate_overrides_in_force', 'Overrides in force', overrides.filter(({ isOver }) => !isOver).length),
    each('gate_questions_open', 'Open sign-offs and decisions, by who is asked now', 'stage', {
      surrogate: questions.filter(({ stage }) => stage === 'surrogate').length,
      dri: questions.filter(({ stage }) => stage === 'dri').length,
      deciders: questions.filter(({ stage }) => stage === 'deciders').length,
    }),
    each(
      'gate_linear_budget_left',
      'Requests and points left until Linear resets them',
      'of',
      Object.fromEntries(allowances.map(({ of, remaining }) => [of, remaining])),
    ),
    each(
      'gate_linear_budget_limit',
      'Requests and points that Linear allows after a reset',
      'of',
      Object.fromEntries(allowances.map(({ of, limit }) => [of, limit])),
    ),
    each('gate_linear_breaker', '1 for the state of the circuit breaker', 'state', {
      closed: Number(budget.breaker.kind === 'closed'),
      open: Number(budget.breaker.kind === 'open'),
      'half-open': Number(budget.breaker.kind === 'half-open'),
    }),
    one('gate_failing_open', '1 while tickets pass unjudged', Number(failingOpen !== undefined)),
    each('gate_policy_info', 'The policy in force, by the first digits of its hash', 'hash', {
      [policy.hash]: 1,
    }),
    moment('gate_policy_loaded_timestamp_seconds', 'When the policy in force was loaded', policy.loadedAt),
    one('gate_policy_problems', 'Number of problems in the current policy file', policy.problems.length),
    moment('gate_last_webhook_timestamp_seconds', 'When the last webhook arrived', queue.lastWebhookAt),
    moment('gate_last_scan_timestamp_seconds', 'When the last scan for changes ran', queue.lastScanAt),
  ].filter(({ values }) => values.length > 0);
}

function one(name: string, help: string, value: number): GaugeReading {
  return { name, help, values: [{ labels: {}, value }] };
}

function each(
  name: string,
  help: string,
  label: string,
  counts: Readonly<Record<string, number>>,
): GaugeReading {
  const values = Object.entries(counts).map(([key, value]) => ({ labels: { [label]: key }, value }));
  return { name, help, values };
}

/** Omits a time that is not known: 1970 would look like an outage of decades. */
function moment(name: string, help: string, at: number | undefined): GaugeReading {
  return { name, help, values: at === undefined ? [] : [{ labels: {}, value: at / 1_000 }] };
}
