/**
 * The text with one part of it exchanged.
 * @throws Error when the part is not there exactly once: a fault that plants nothing proves nothing.
 */
export function replaced(text: string, part: string, by: string): string {
  const [before, after, ...more] = text.split(part);
  if (before === undefined || after === undefined || more.length > 0) {
    throw new Error(`"${part}" has to be in the text exactly once.`);
  }
  return `${before}${by}${after}`;
}
