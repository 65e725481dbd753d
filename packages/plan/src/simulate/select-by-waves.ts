import { waves } from '../order/waves.ts';
import { expectedSeconds } from '../order/past-runs.ts';
import type { SelectionInput, SelectionStrategy } from './simulate-selection.ts';

/**
 * Selects what failed lately, what the change affects, and new tests, whatever they cost; then the most valuable per
 * second, as long as the selection stays within a share of the time of all tests.
 * @param options.affected Tests that a change affects by the map of paths, with the reason. Tests that broke when one of
 * the paths was changed before are added.
 * @param options.share Of the expected time of all tests, from 0 to 1.
 */
export function selectByWaves({
  affected,
  share,
}: {
  affected: (paths: readonly string[]) => ReadonlyMap<string, string>;
  share: number;
}): SelectionStrategy {
  return (input) => {
    const ordered = waves(
      input.tests.map((id) => ({ id })),
      input.past,
      {
        now: input.now,
        changed: new Map([...coupled(input), ...affected(input.change.paths)]),
        restWaves: 1,
      },
    );
    const seconds = expectedSeconds(input.past);
    let left = share * input.tests.reduce((sum, id) => sum + seconds(id), 0);
    const selected = new Set<string>();
    for (const { kind, tests } of ordered) {
      for (const { id } of tests) {
        if (kind === 'rest' && seconds(id) > left) continue;
        selected.add(id);
        left -= seconds(id);
      }
    }
    return selected;
  };
}

function coupled({ change, coupling }: SelectionInput): Map<string, string> {
  return new Map(
    change.paths.flatMap((path) =>
      [...(coupling.get(path) ?? [])].map((id): [string, string] => [id, `broke when ${path} was changed`]),
    ),
  );
}
