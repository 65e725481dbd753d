import { configurationError } from '@uat/core';
import { type CataloguedFault, cataloguedFaults } from '@uat/faults';
import type { RunTarget } from './run-target.ts';
import type { ResolvedProducts } from '../products/resolve-products.ts';

/**
 * The faults that a run is to have.
 * @throws UatError (configuration) for an unknown id, and for a fault that the target or the package cannot be given.
 */
export function requestedFaults(
  words: readonly string[],
  { target, products }: { target: RunTarget; products: ResolvedProducts },
): readonly CataloguedFault[] {
  const faults = cataloguedFaults(words);
  const firstOf = (layer: CataloguedFault['layer']) => faults.find((fault) => fault.layer === layer);
  const ofPackage = firstOf('package');
  if (ofPackage !== undefined && products.kind !== 'fixture')
    throw configurationError(
      `${ofPackage.id} is a fault of the fixture package: add --profile fixture to see it.`,
    );
  if (faults.filter(({ layer }) => layer === 'package').length > 1)
    throw configurationError('The fixture package has one fault at a time: name one of them.');
  const ofTarget = faults.find(({ layer }) => layer !== 'package');
  if (ofTarget !== undefined && target.kind === 'none')
    throw configurationError(
      `${ofTarget.id} is a fault of the platform, and no area of this run starts one.`,
    );
  const ofService = firstOf('service');
  if (ofService !== undefined && target.kind !== 'embedded') {
    const instead = target.kind === 'local' ? ' Start that platform with --fault instead.' : '';
    throw configurationError(
      `${ofService.id} is a fault inside a platform that this run starts, and '${target.name}' runs already. Faults of the wire work there: \`uat faults --layer wire\` lists them.${instead}`,
    );
  }
  return faults;
}
