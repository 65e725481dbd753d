/**
 * Data as JSON that every parser reads. Half of a surrogate pair, as is left of an emoji that was cut in two, is legal in
 * JavaScript and refused by others, jq among them: it becomes U+FFFD.
 * @param indent Spaces for each level; without them it is one line.
 */
export function jsonText(data: unknown, indent?: number): string {
  return JSON.stringify(
    data,
    (_key, value) => (typeof value === 'string' ? value.toWellFormed() : value),
    indent,
  );
}
