import type { PlannedTest } from '@uat/record';

/**
 * The areas that must be green before the areas of tests start.
 * @param after By area: the areas that come before it.
 */
export function areasNeeded(
  tests: readonly Pick<PlannedTest, 'area'>[],
  after: Readonly<Record<string, readonly string[]>>,
): ReadonlySet<string> {
  const needed = new Set<string>();
  const follow = (area: string): void => {
    for (const one of after[area] ?? []) {
      if (needed.has(one)) continue;
      needed.add(one);
      follow(one);
    }
  };
  for (const area of new Set(tests.map((test) => test.area))) follow(area);
  return needed;
}
