import type { GateState } from '../gate-state.ts';

/** A gauge as it is now. One without values has nothing to say, and is left out of a scrape. */
export interface GaugeReading {
  readonly name: string;
  readonly help: string;
  readonly values: readonly { readonly labels: Readonly<Record<string, string>>; readonly value: number }[];
}

/** The state as gauges; when it could not be read (`undefined`), `gate_state_readable 0` and nothing else. */
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
    one('gate_inbox_issues', 'Issues that wait to be judged', queue.toJudge),
    one('gate_inbox_oldest_seconds', 'For how long the oldest of them is due', age(queue.oldestDueAt)),
    each('gate_outbox_writes', 'Writes to Linear that wait to be sent, by kind', 'kind', queue.toSend),
    one('gate_outbox_oldest_seconds', 'For how long the oldest of them waits', age(queue.oldestToSendAt)),
    one(
      'gate_dead_letters',
      'Writes to Linear that were given up and wait for an operator',
      deadLetters.length,
    ),
    each('gate_tickets_held_up', 'Tickets that lack something, by verdict', 'verdict', {
      block: blocked.filter(({ verdict }) => verdict === 'block').length,
      advise: blocked.filter(({ verdict }) => verdict === 'advise').length,
    }),
    one(
      'gate_overrides_in_force',
      'Overrides that are not over',
      overrides.filter(({ isOver }) => !isOver).length,
    ),
    each('gate_questions_open', 'Sign-offs and decisions waited for, by who is asked now', 'stage', {
      surrogate: questions.filter(({ stage }) => stage === 'surrogate').length,
      dri: questions.filter(({ stage }) => stage === 'dri').length,
      deciders: questions.filter(({ stage }) => stage === 'deciders').length,
    }),
    each(
      'gate_linear_budget_left',
      'What Linear still allows until its reset',
      'of',
      Object.fromEntries(allowances.map(({ of, remaining }) => [of, remaining])),
    ),
    each(
      'gate_linear_budget_limit',
      'What Linear allows after a reset',
      'of',
      Object.fromEntries(allowances.map(({ of, limit }) => [of, limit])),
    ),
    each('gate_linear_breaker', '1 for the state of the circuit breaker', 'state', {
      closed: Number(budget.breaker.kind === 'closed'),
      open: Number(budget.breaker.kind === 'open'),
      'half-open': Number(budget.breaker.kind === 'half-open'),
    }),
    one('gate_failing_open', '1 while tickets are let through unjudged', Number(failingOpen !== undefined)),
    each('gate_policy_info', 'The policy in force, by the first digits of its hash', 'hash', {
      [policy.hash]: 1,
    }),
    moment('gate_policy_loaded_timestamp_seconds', 'When the policy in force was loaded', policy.loadedAt),
    one('gate_policy_problems', 'What is wrong with the policy file as it is now', policy.problems.length),
    moment('gate_last_webhook_timestamp_seconds', 'When the last webhook came', queue.lastWebhookAt),
    moment('gate_last_scan_timestamp_seconds', 'When changes were last looked for', queue.lastScanAt),
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

/** No value for what has not happened: 1970 would look like an outage of decades. */
function moment(name: string, help: string, at: number | undefined): GaugeReading {
  return { name, help, values: at === undefined ? [] : [{ labels: {}, value: at / 1_000 }] };
}
