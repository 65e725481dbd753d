import { journal } from '@uat/core';
import { z } from 'zod';
import { infrastructureError } from './uat-error.ts';

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
  const lines = values.flatMap((value) =>
    typeof value === 'string' && value.length >= shortest && !knownToAll.has(value) ? [value] : [],
  );
  if (lines.length > 0) secretsIn(file).append(...lines);
}

const secretsIn = (file: string) => journal(file, z.string());

/**
 * The values registered so far, each once.
 * @throws UatError (infrastructure) when a line of the file cannot be read: a secret is lost, and nothing may be published.
 */
export function registeredSecrets(env: NodeJS.ProcessEnv = process.env): string[] {
  const file = env['UAT_SECRETS'];
  if (!file) return [];
  const { entries, damaged } = secretsIn(file).read();
  if (damaged.length > 0) {
    throw infrastructureError(
      `Line ${damaged[0]} of the secrets of this run cannot be read, so nothing can be published safely. Run it again.`,
    );
  }
  return [...new Set(entries)];
}
