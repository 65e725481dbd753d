/** Decides when too many attempts fail because of the infrastructure. */
export interface CircuitBreaker {
  /** Notes an attempt; true from the moment at which there were too many. */
  note(isInfrastructure: boolean): boolean;
}

/**
 * A circuit breaker that opens at `most` failures by infrastructure among the last `2 × most` attempts: a broken
 * environment opens it although some tests do not need what is broken, a rare failure in a long run does not. It never
 * opens when `most` is 0.
 */
export function circuitBreaker(most: number): CircuitBreaker {
  let last: boolean[] = [];
  let isOpen = false;
  return {
    note(isInfrastructure) {
      last = [...last, isInfrastructure].slice(-2 * most || undefined);
      isOpen ||= most > 0 && last.filter(Boolean).length >= most;
      return isOpen;
    },
  };
}
