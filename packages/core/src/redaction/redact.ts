import { cleanPath, cleanText } from './redaction.ts';
import { type SecretFinder, secretFinder } from './secret-finder.ts';

/** A text without the given secrets, see `redaction`. */
export function redact(text: string, secrets: readonly string[]): string {
  return cleanText(text, finderOf(secrets));
}

/** The path that `publishEvidence` gives a file. */
export function redactedPath(file: string, secrets: readonly string[]): string {
  return cleanPath(file, finderOf(secrets));
}

/** What was made for the last list of secrets: a run gets to know more and more, and learns only the new ones. */
let last: { secrets: readonly string[]; finder: SecretFinder } | undefined;

function finderOf(secrets: readonly string[]): SecretFinder {
  const before = last?.secrets.every((one, at) => one === secrets[at]) === true ? last : undefined;
  const finder = before?.finder ?? secretFinder([], 'text');
  finder.learn(secrets.slice(before?.secrets.length ?? 0));
  last = { secrets: [...secrets], finder };
  return finder;
}
