import { mkdtempDisposableSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { configurationError } from '@uat/core';

/** Runs a command line of `uat`, and gives its exit code. */
export type RunUat = (argv: string[]) => Promise<number>;

/** Options as words of a command line; those that are empty are left out, for an input of a workflow may be. */
export function givenOptions(options: Readonly<Record<string, string | undefined>>): string[] {
  return Object.entries(options).flatMap(([name, value]) => (value ? [`--${name}=${value}`] : []));
}

/**
 * The areas in an input of a workflow, with blanks between them.
 * @throws UatError (configuration) for an option among them.
 */
export function givenAreas(written: string): string[] {
  const areas = written.split(/\s+/).filter((word) => word !== '');
  const option = areas.find((word) => word.startsWith('-'));
  if (option === undefined) return areas;
  throw configurationError(`'${option}' is not an area: options of uat have inputs of their own.`);
}

/** The file of a certificate authority; removed when disposed. */
export interface AuthorityFile extends Disposable {
  path: string | undefined;
}

/** Writes the certificate authority in `UAT_CA`, a PEM text, to a file: `--ca` takes no text. */
export function authorityFile({ UAT_CA: pem }: NodeJS.ProcessEnv): AuthorityFile {
  if (!pem) return { path: undefined, [Symbol.dispose]: () => undefined };
  const folder = mkdtempDisposableSync(path.join(tmpdir(), 'uat-ca-'));
  const file = path.join(folder.path, 'ca.pem');
  writeFileSync(file, `${pem}\n`, { mode: 0o600 });
  return { path: file, [Symbol.dispose]: () => folder.remove() };
}
