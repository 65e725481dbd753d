/** A scope in words, with the name that programs use for it. */
export function scopeText(scope: string | null | undefined, labels: Record<string, string>): string {
  if (!scope) return '–';
  const label = labels[scope];
  return label === undefined ? scope : `${label} (${scope})`;
}
