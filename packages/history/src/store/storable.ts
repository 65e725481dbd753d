/** A text that both databases store: PostgreSQL refuses NUL and lone surrogates. */
export function storable<Text extends string | null>(text: Text): Text;
export function storable(text: string | null): string | null {
  return text?.toWellFormed().replaceAll('\0', '\uFFFD') ?? null;
}
