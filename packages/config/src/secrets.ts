import { journal, infrastructureError } from '@uat/core';
import { z } from 'zod';
import { sessionIn } from './session.ts';

/** Shorter values are everyday words or numbers; blanking them would make a report unreadable and hide nothing. */
const shortest = 6;

/** Passwords that stand in manuals; they hide nothing either, and one of them is the name of the product. */
const knownToAll = new Set(['kamiwaza', 'testpass']);

/** Where this process keeps secrets, when that is not its session's to say. */
let ownFile: string | undefined;

/** From now on this process keeps secrets in a file, private to this user; in none, when there is none to be kept. */
export function keepSecretsIn(file: string | undefined): void {
  ownFile = file;
}

/** Where secrets are kept: of this process, or of the session in which it works. */
const secretsFile = () => ownFile ?? sessionIn(process.env)?.journals?.secrets;

/**
 * Remembers values that must not leave the run: passwords, tokens, cookies. Outside a run (a plain `playwright test`)
 * they are kept nowhere, and nothing is published.
 */
export function registerSecrets(values: readonly (string | null | undefined)[]): void {
  const file = secretsFile();
  if (file === undefined) return;
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
export function registeredSecrets(): string[] {
  const file = secretsFile();
  if (file === undefined) return [];
  const { entries, damaged } = secretsIn(file).read();
  if (damaged.length > 0) {
    throw infrastructureError(
      `Line ${damaged[0]} of the secrets of this run cannot be read, so nothing can be published safely. Run it again.`,
    );
  }
  return [...new Set(entries)];
}
