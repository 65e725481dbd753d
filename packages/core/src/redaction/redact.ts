import { cleanPath, cleanText } from './redaction.ts';
import { type SecretFinder, secretFinder } from './secret-finder.ts';

/** Redacts a text, see `redaction`. */
export function redact(text: string, secrets: readonly string[]): string {
  return cleanText(text, finderOf(secrets));
}

/** Redacts a path, as `publishEvidence` does. */
export function redactedPath(file: string, secrets: readonly string[]): string {
  return cleanPath(file, finderOf(secrets));
}

/** The finder for the last list of secrets; as a run registers more of them, the finder only learns the new ones. */
let last: { secrets: readonly string[]; finder: SecretFinder } | undefined;

function finderOf(secrets: readonly string[]): SecretFinder {
  const before = last?.secrets.every((one, at) => one === secrets[at]) === true ? last : undefined;
  const finder = before?.finder ?? secretFinder([], 'text');
  finder.learn(secrets.slice(before?.secrets.length ?? 0));
  last = { secrets: [...secrets], finder };
  return finder;
}
