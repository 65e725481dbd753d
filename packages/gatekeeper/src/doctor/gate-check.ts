/** One thing that was checked. */
export interface GateCheck {
  readonly check: string;
  /** `missing` keeps nothing from working; `failed` does. */
  readonly state: 'ok' | 'missing' | 'failed';
  readonly found: string;
  /** What to do; only where there is something to do. */
  readonly todo?: string;
  /** 1 what keeps the gate from working, 2 configuration, 3 what could not be reached. */
  readonly exitCode?: 1 | 2 | 3;
}

export const ok = (check: string, found: string): GateCheck => ({ check, state: 'ok', found });

export const missing = (check: string, found: string, todo: string): GateCheck => ({
  check,
  state: 'missing',
  found,
  todo,
});

export const failed = (check: string, found: string, todo: string, exitCode: 1 | 2 | 3 = 1): GateCheck => ({
  check,
  state: 'failed',
  found,
  todo,
  exitCode,
});
