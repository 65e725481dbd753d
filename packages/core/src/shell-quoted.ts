/** A text as one word of a POSIX shell or fish: single quotes preserve everything but a single quote. */
export function shellQuoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
