import { redact } from './redact.ts';

/** A path without the secrets in its names. An asterisk, which stands for one elsewhere, is refused by what passes files on. */
export function redactedPath(path: string, secrets: readonly string[]): string {
  return redact(path, secrets).replaceAll('***', 'redacted');
}
