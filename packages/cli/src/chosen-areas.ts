import { configurationError } from '@uat/core';
import { type UatConfig } from '@uat/config';
import { type CataloguedFault, cataloguedFaults } from '@uat/faults';
import { areaNames } from '@uat/runner';

/** An area, and the seeded faults that its tests have to notice. */
export interface ChosenArea {
  name: string;
  /** How people call it. */
  title: string;
  /** Itself, and behind the areas that it needs. */
  needed: string[];
  faults: CataloguedFault[];
}

/**
 * The areas that have faults to notice, out of those that were asked for; all of them when none was.
 * @throws UatError (configuration) for an unknown area or id, an area without a fault, no area with one, and a fault of
 * another area.
 */
export async function chosenAreas({
  asked,
  faults,
  config,
}: {
  asked: string[];
  faults: string[] | undefined;
  config: UatConfig;
}): Promise<ChosenArea[]> {
  const names = areaNames(asked, config);
  const all = cataloguedFaults();
  const without = asked.find((name) => !all.some(({ area }) => area === name));
  if (without !== undefined) {
    const known = [...new Set(all.map(({ area }) => area))].join(', ');
    throw configurationError(`There is no fault of the area '${without}'; there are of: ${known}.`);
  }
  if (!all.some(({ area }) => names.includes(area)))
    throw configurationError(`Of the areas ${names.join(', ')} there is no fault to measure with.`);
  const wanted = await cataloguedFaults(faults);
  const foreign = wanted.find(({ area }) => !names.includes(area));
  if (foreign !== undefined && faults !== undefined) {
    throw configurationError(
      `${foreign.id} is a fault of the area '${foreign.area}', not of ${names.join(', ')}.`,
    );
  }
  return names.flatMap((name) => {
    const faults = wanted.filter(({ area }) => area === name);
    if (faults.length === 0) return [];
    return [{ name, title: config.areas[name]?.title ?? name, needed: withNeeded(name, config), faults }];
  });
}

function withNeeded(name: string, config: UatConfig): string[] {
  const before = (config.areas[name]?.after ?? []).flatMap((one) => withNeeded(one, config));
  return [...new Set([...before, name])];
}
