import { styleText } from 'node:util';

/** The result of one check. */
export interface Check {
  readonly check: string;
  readonly state: 'ok' | 'missing' | 'failed';
  readonly found: string;
  /** Advice; absent when there is nothing to do. */
  readonly todo?: string;
  /** Exit code that the problem causes. */
  readonly exitCode?: 1 | 2 | 3;
}

/** Checks as terminal lines: mark, name, finding, advice. */
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
