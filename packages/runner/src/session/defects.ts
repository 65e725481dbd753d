import { configurationError, didYouMean } from '@uat/core';
import type { Defect } from './defect.ts';
import type { AskedTarget } from './asked-target.ts';
import type { AskedProducts } from '../products/asked-products.ts';

/** A past defect that can be brought back, in the embedded platform or in the fixture package. */
export interface PastDefect extends Defect {
  /** The area whose tests have to notice it. */
  area: string;
  /** What has it. */
  carrier: 'platform' | 'package';
}

/** The area that judges packages, whose defects are faults of installers. */
const packageArea = 'installers';

/**
 * The past defects that these words name (`A4,A24`, or a word for each), in the order of the list; all of them without
 * a word. The platform and the packages are not read before somebody asks for one.
 * @throws UatError (configuration) for an id that none has.
 */
export async function defectsNamed(words: readonly string[] | undefined): Promise<PastDefect[]> {
  const [{ allRegressions }, { allFaults }] = await Promise.all([
    import('@uat/platform'),
    import('@uat/artifacts'),
  ]);
  const all: PastDefect[] = [
    ...(await allRegressions()).map((one) => ({ ...one, carrier: 'platform' as const })),
    ...(await allFaults()).map(({ id, sentence, source, check, alsoRed = [] }) => ({
      ...{ id, sentence, source, check, alsoRed },
      area: packageArea,
      carrier: 'package' as const,
    })),
  ];
  if (words === undefined) return all;
  const ids = words.flatMap((word) => word.split(','));
  const known = all.map(({ id }) => id);
  const unknown = ids.find((id) => !known.includes(id));
  if (unknown !== undefined) {
    throw configurationError(
      `There is no fault '${unknown}'. Faults: ${known.join(', ')}.${didYouMean(unknown, known)}`,
    );
  }
  return all.filter(({ id }) => ids.includes(id));
}

/**
 * The past defects that a run is to have.
 * @throws UatError (configuration) for an id that none has, for a target that is not ours to break, and for a package that
 * is not.
 */
export async function defectsFor(
  words: readonly string[],
  { target, products }: { target: AskedTarget; products: AskedProducts },
): Promise<PastDefect[]> {
  const defects = await defectsNamed(words);
  const ofPackages = defects.filter(({ carrier }) => carrier === 'package');
  if (ofPackages.length > 0 && products.kind !== 'fixture')
    throw configurationError(
      `${ofPackages[0]?.id} is a fault of the fixture package: add --profile fixture to see it.`,
    );
  if (ofPackages.length > 1)
    throw configurationError('The fixture package has one fault at a time: name one of them.');
  if (ofPackages.length === defects.length || target.kind === 'embedded') return defects;
  if (target.kind === 'none')
    throw configurationError('--fault names a fault of the platform, and no area of this run starts one.');
  const instead = target.kind === 'local' ? ' Start that platform with --fault instead.' : '';
  throw configurationError(
    `--fault seeds faults in a platform that this run starts itself, and '${target.name}' is there already.${instead}`,
  );
}
