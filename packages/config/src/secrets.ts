import { appendFileSync, existsSync, readFileSync } from 'node:fs';

/** Shorter values are everyday words or numbers; blanking them would make a report unreadable and hide nothing. */
const shortest = 6;

/** Passwords that stand in manuals; they hide nothing either, and one of them is the name of the product. */
const knownToAll = new Set(['kamiwaza', 'testpass']);

/**
 * Remembers values that must not leave the run: passwords, tokens, cookies. They go to the file that `UAT_SECRETS`
 * names, private to this user and outside the run's folder; without it (a plain `playwright test`) nothing is published.
 */
export function registerSecrets(
  values: readonly (string | null | undefined)[],
  env: NodeJS.ProcessEnv = process.env,
): void {
  const file = env['UAT_SECRETS'];
  if (!file) return;
  const lines = values.filter(
    (value) => typeof value === 'string' && value.length >= shortest && !knownToAll.has(value),
  );
  if (lines.length > 0)
    appendFileSync(file, lines.map((value) => `${JSON.stringify(value)}\n`).join(''), { mode: 0o600 });
}

/** The values registered so far, each once. */
export function registeredSecrets(env: NodeJS.ProcessEnv = process.env): string[] {
  const file = env['UAT_SECRETS'];
  if (!file || !existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n').slice(0, -1);
  return [...new Set(lines.map((line) => String(JSON.parse(line))))];
}
