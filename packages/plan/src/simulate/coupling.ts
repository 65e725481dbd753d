/** Tests that broke when a path was changed, by path. */
export type Coupling = ReadonlyMap<string, ReadonlySet<string>>;

/** The coupling after one more change, and the tests that broke with it. */
export function afterChange(
  coupling: Coupling,
  paths: readonly string[],
  broken: readonly string[],
): Coupling {
  if (broken.length === 0) return coupling;
  const next = new Map(coupling);
  for (const path of paths) next.set(path, new Set([...(next.get(path) ?? []), ...broken]));
  return next;
}
