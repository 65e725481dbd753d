import type { Allowance, RateHeaders } from './rate-headers.ts';

/** `essential` calls (a revert, an escalation) may use the reserve; `ordinary` ones may not. */
export type Priority = 'essential' | 'ordinary';

/** A call that asks to be sent. */
export interface BudgetRequest {
  readonly operation: string;
  /** Estimated cost in points. */
  readonly points: number;
  readonly priority: Priority;
}

/** A call that was let through; settled when its response arrives, or when there will be none. */
export interface Permit {
  readonly number: number;
  readonly request: BudgetRequest;
}

export type Admission =
  | { readonly kind: 'go'; readonly permit: Permit }
  /** Blocked until this time, in milliseconds since 1970, because this allowance is used up. */
  | {
      readonly kind: 'wait';
      readonly until: number;
      readonly because: 'requests' | 'complexity' | 'endpoint';
    };

/** The remaining allowances as last reported by Linear; undefined before the first response. */
export interface BudgetReport {
  readonly requests: Allowance | undefined;
  readonly complexity: Allowance | undefined;
  readonly endpoints: Readonly<Record<string, Allowance>>;
  readonly inFlight: number;
}

/** Keeps this process within the request budget of its token. Time is passed in, so it needs no clock. */
export interface Budget {
  admit(request: BudgetRequest, now: number): Admission;
  /** Settles a permit. Headers of a response that was sent before the latest one are stale and ignored. */
  settle(permit: Permit, heard: RateHeaders | undefined): void;
  report(now: number): BudgetReport;
}

/** How long calls wait below the reserve until one ordinary call may check whether the budget has refilled. */
const probeEvery = 60_000;

/**
 * A budget that knows only what the headers say: limits differ by kind of token and have changed before, so no figure is
 * built in. Linear describes a leaky bucket, whose reset header says when it is full, not when it has something again;
 * so while an ordinary call waits in front of the reserve, one call a minute goes through and renews the figures.
 *
 * @param reserve share of each limit that only essential calls may use
 */
export function createBudget(reserve = 0.2): Budget {
  let requests: Allowance | undefined;
  let complexity: Allowance | undefined;
  const endpoints = new Map<string, Allowance>();
  const endpointOf = new Map<string, string>();
  const inFlight = new Map<number, BudgetRequest>();
  let issued = 0;
  let heardNumber = 0;
  let lastProbe = Number.NEGATIVE_INFINITY;

  const current = (allowance: Allowance | undefined, now: number) =>
    allowance !== undefined && now >= allowance.resetAt
      ? { ...allowance, remaining: allowance.limit }
      : allowance;

  /** The room above the floor for this call, and when there will be more. */
  const room = (
    allowance: Allowance | undefined,
    wanted: number,
    taken: number,
    { priority }: BudgetRequest,
    now: number,
  ) => {
    const is = current(allowance, now);
    if (is === undefined) return { fits: true, left: true, resetAt: now };
    const left = is.remaining - taken - wanted;
    const floor = priority === 'essential' ? 0 : Math.ceil(is.limit * reserve);
    return { fits: left >= floor, left: left >= 0, resetAt: is.resetAt };
  };

  return {
    admit(request, now) {
      const points = [...inFlight.values()].reduce((sum, other) => sum + other.points, 0);
      const endpoint = endpointOf.get(request.operation);
      const endpointTaken = [...inFlight.values()].filter(
        ({ operation }) => endpointOf.get(operation) === endpoint,
      ).length;
      const checks = [
        { because: 'requests', ...room(requests, 1, inFlight.size, request, now) },
        { because: 'complexity', ...room(complexity, request.points, points, request, now) },
        // The reserve of an operation's own limit is not shared with other operations.
        {
          because: 'endpoint',
          ...room(
            endpoint === undefined ? undefined : endpoints.get(endpoint),
            1,
            endpointTaken,
            { ...request, priority: 'essential' },
            now,
          ),
        },
      ] as const;
      const short = checks.filter(({ fits }) => !fits);
      const last = short.toSorted((a, b) => b.resetAt - a.resetAt)[0];
      if (last !== undefined) {
        const mayProbe = checks.every(({ left }) => left);
        if (!mayProbe) return { kind: 'wait', until: last.resetAt, because: last.because };
        const probeAt = lastProbe + probeEvery;
        if (now < probeAt)
          return { kind: 'wait', until: Math.min(last.resetAt, probeAt), because: last.because };
        lastProbe = now;
      }
      issued += 1;
      inFlight.set(issued, request);
      return { kind: 'go', permit: { number: issued, request } };
    },

    settle({ number, request }, heard) {
      inFlight.delete(number);
      if (heard === undefined || number < heardNumber) return;
      heardNumber = number;
      requests = heard.requests ?? requests;
      complexity = heard.complexity ?? complexity;
      if (heard.endpoint === undefined) return;
      endpointOf.set(request.operation, heard.endpoint.name);
      endpoints.set(heard.endpoint.name, heard.endpoint.allowance);
    },

    report: (now) => ({
      requests: current(requests, now),
      complexity: current(complexity, now),
      endpoints: Object.fromEntries(
        [...endpoints].map(([name, allowance]) => [name, current(allowance, now) ?? allowance]),
      ),
      inFlight: inFlight.size,
    }),
  };
}
