/** Writes a sentence to standard error, where it is in the way of no output. */
export function warn(sentence: string): void {
  process.stderr.write(`  ${sentence}\n`);
}
