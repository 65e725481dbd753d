/** A range of a text in UTF-16 units; the end is exclusive. */
export interface Span {
  start: number;
  end: number;
}

/** Spans in order, with overlapping or adjoining spans merged. */
export function mergedSpans(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last === undefined || span.start > last.end) merged.push({ ...span });
    else last.end = Math.max(last.end, span.end);
  }
  return merged;
}

/** A text with a replacement for each of these merged spans. */
export function withoutSpans(text: string, spans: readonly Span[], instead = '***'): string {
  let [clean, at] = ['', 0];
  for (const { start, end } of spans) {
    clean += text.slice(at, start) + instead;
    at = end;
  }
  return clean + text.slice(at);
}
