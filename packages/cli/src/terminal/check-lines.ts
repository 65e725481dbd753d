import { styleText } from 'node:util';

/** One thing that was checked. */
export interface Check {
  readonly check: string;
  readonly state: 'ok' | 'missing' | 'failed';
  readonly found: string;
  /** What to do; only when there is something to do. */
  readonly todo?: string;
  /** The exit code that a command would end with because of it. */
  readonly exitCode?: 1 | 2 | 3;
}

/** Checks as lines of the terminal: a mark, what was checked, what was found, what to do. */
export function checkLines(checks: readonly Check[]): string {
  const paint = (style: 'green' | 'yellow' | 'red' | 'gray', text: string) =>
    styleText(style, text, { stream: process.stdout });
  const marks = { ok: paint('green', '✓'), missing: paint('yellow', '-'), failed: paint('red', '✗') };
  const width = Math.max(...checks.map(({ check }) => check.length));
  return checks
    .map(
      ({ check, state, found, todo }) =>
        `  ${marks[state]} ${check.padEnd(width)}  ${found}${todo === undefined ? '' : paint('gray', `  → ${todo}`)}\n`,
    )
    .join('');
}
