import { configurationError, didYouMean } from '@uat/core';
import type { Scene } from './scene/scene.ts';
import type { Situation } from './situation.ts';

/**
 * The situations with these ids, all by default, in the order of the list.
 * @param choice With `fast`, only those whose scenes need no run of tests of their own.
 * @throws UatError (configuration) for an id that there is not.
 */
export function chooseSituations(
  situations: readonly Situation[],
  { ids = [], fast = false }: { ids?: readonly string[] | undefined; fast?: boolean | undefined },
): Situation[] {
  const known = situations.map(({ id }) => id);
  const stray = ids.find((id) => !known.includes(id));
  if (stray !== undefined)
    throw configurationError(`There is no situation '${stray}'.${didYouMean(stray, known)}`);
  return situations.filter(
    ({ id, scene }) => (ids.length === 0 || ids.includes(id)) && (!fast || isQuick(scene)),
  );
}

const isQuick = ({ kind }: Scene) => kind === 'merge' || kind === 'judge';
