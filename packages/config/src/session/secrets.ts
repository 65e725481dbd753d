import { journal, infrastructureError } from '@uat/core';
import { z } from 'zod';
import { sessionIn } from './session.ts';

/** Below this length values are everyday words or numbers: redacting them would ruin a report and hide nothing. */
const shortest = 6;

/** Default passwords from public manuals, not worth redacting; one of them is also the name of the product. */
const publicDefaults = new Set(['kamiwaza', 'testpass']);

/** The secrets file of this process, where it has no session that names one. */
let ownFile: string | undefined;

/** Sets the file, private to this user, in which this process keeps secrets from now on; `undefined` for none. */
export function keepSecretsIn(file: string | undefined): void {
  ownFile = file;
}

/** The secrets file of this process, else of its session. */
const secretsFile = () => ownFile ?? sessionIn(process.env)?.journals?.secrets;

/**
 * Registers values that must not leave the run: passwords, tokens, cookies. Outside a run (a plain `playwright test`)
 * they are not kept, because nothing is published.
 */
export function registerSecrets(values: readonly (string | null | undefined)[]): void {
  const file = secretsFile();
  if (file === undefined) return;
  const lines = values.flatMap((value) =>
    typeof value === 'string' && value.length >= shortest && !publicDefaults.has(value) ? [value] : [],
  );
  if (lines.length > 0) secretsIn(file).append(...lines);
}

const secretsIn = (file: string) => journal(file, z.string());

/**
 * The values registered so far, without duplicates.
 * @throws UatError (infrastructure) when a line of the file is damaged: a secret is lost, so nothing may be published.
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
