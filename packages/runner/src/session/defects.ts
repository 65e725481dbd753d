import { configurationError } from '@uat/core';
import { type CaughtBy, cataloguedFaults } from '@uat/faults';
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

/**
 * The past defects that these words name (`A4,A24`, or a word for each), in the order of the list; all of them without
 * a word.
 * @throws UatError (configuration) for an id that none has.
 */
export async function defectsNamed(words: readonly string[] | undefined): Promise<PastDefect[]> {
  return cataloguedFaults(words).map(({ id, area, layer, sentence, source, symptom, caughtBy }) => ({
    ...{ id, area, sentence, source },
    carrier: layer === 'package' ? 'package' : 'platform',
    ...(symptom === undefined ? {} : { symptom }),
    ...(caughtBy === undefined ? {} : { check: caughtBy.test, alsoRed: alsoRedOf(caughtBy) }),
  }));
}

const alsoRedOf = ({ alsoRed = [] }: CaughtBy) =>
  alsoRed.map(({ test: check, reason }) => ({ check, reason }));

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
