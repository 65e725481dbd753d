/**
 * Data as JSON that every parser accepts. A lone surrogate, left over when an emoji is cut in two, is legal in
 * JavaScript but refused by other parsers, jq among them: it becomes U+FFFD.
 * @param indent Spaces per level; one line when left out.
 */
export function jsonText(data: unknown, indent?: number): string {
  return JSON.stringify(
    data,
    (_key, value) => (typeof value === 'string' ? value.toWellFormed() : value),
    indent,
  );
}
