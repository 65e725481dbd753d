import { configurationError, didYouMean } from '@uat/config';
import type { Regression } from '@uat/platform';
import type { AskedTarget } from './asked-run.ts';

/**
 * The past defects that these words name (`A4,A24`, or a word for each), in the order of the list; all of them without
 * a word. The platform is not read before somebody asks for one.
 * @throws UatError (configuration) for an id that none has.
 */
export async function defectsNamed(words: readonly string[] | undefined): Promise<Regression[]> {
  const { allRegressions } = await import('@uat/platform');
  const all = await allRegressions();
  if (words === undefined) return all;
  const ids = words.flatMap((word) => word.split(','));
  const known = all.map(({ id }) => id);
  const unknown = ids.find((id) => !known.includes(id));
  if (unknown !== undefined) {
    throw configurationError(
      `There is no regression '${unknown}'. Regressions: ${known.join(', ')}.${didYouMean(unknown, known)}`,
    );
  }
  return all.filter(({ id }) => ids.includes(id));
}

/**
 * The past defects that a run on this target is to have.
 * @throws UatError (configuration) for an id that none has, and for a target that is not ours to break.
 */
export async function defectsFor(target: AskedTarget, words: readonly string[]): Promise<Regression[]> {
  const defects = await defectsNamed(words);
  if (target.kind === 'embedded') return defects;
  const instead = target.kind === 'local' ? ' Start that platform with --regress instead.' : '';
  throw configurationError(
    `--regress switches defects on in a platform that this run starts itself, and '${target.name}' is there already.${instead}`,
  );
}
