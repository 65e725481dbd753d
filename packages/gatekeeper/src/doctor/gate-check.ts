/** The result of one check. */
export interface GateCheck {
  readonly check: string;
  /** `missing` does not keep the gate from working; `failed` does. */
  readonly state: 'ok' | 'missing' | 'failed';
  readonly found: string;
  /** What to do, if anything. */
  readonly todo?: string;
  /** 1 when the gate cannot work, 2 for its configuration, 3 for something that could not be reached. */
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
