/** A scope in words, with its technical name. */
export function scopeText(scope: string | null | undefined, labels: Record<string, string>): string {
  if (!scope) return '–';
  const label = labels[scope];
  return label === undefined ? scope : `${label} (${scope})`;
}
