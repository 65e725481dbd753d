import { configurationError } from '@uat/core';
import { type UatConfig } from '@uat/config';
import { type CataloguedFault, cataloguedFaults } from '@uat/faults';
import { requestedAreas } from '@uat/runner';

/** An area to measure, with the faults that its tests have to catch. */
export interface SelectedArea {
  name: string;
  /** Name of the area in reports. */
  title: string;
  /** The areas that it needs, in order, and itself. */
  needed: string[];
  faults: CataloguedFault[];
}

/**
 * The requested areas that have faults to catch; all such areas when none is requested.
 * @throws UatError (configuration) for an unknown area or fault, a requested area without faults, or a fault of another
 * area.
 */
export async function selectAreas({
  requested,
  faults: ids,
  config,
}: {
  requested: string[];
  faults: string[] | undefined;
  config: UatConfig;
}): Promise<SelectedArea[]> {
  const names = requestedAreas(requested, config);
  const all = cataloguedFaults();
  const without = requested.find((name) => !all.some(({ area }) => area === name));
  if (without !== undefined) {
    const known = [...new Set(all.map(({ area }) => area))].join(', ');
    throw configurationError(`The area '${without}' has no faults; areas with faults: ${known}.`);
  }
  if (!all.some(({ area }) => names.includes(area)))
    throw configurationError(`The areas ${names.join(', ')} have no faults to measure with.`);
  const wanted = cataloguedFaults(ids);
  const foreign = wanted.find(({ area }) => !names.includes(area));
  if (foreign !== undefined && ids !== undefined) {
    throw configurationError(
      `${foreign.id} is a fault of the area '${foreign.area}', not of ${names.join(', ')}.`,
    );
  }
  return names.flatMap((name) => {
    const ofArea = wanted.filter(({ area }) => area === name);
    if (ofArea.length === 0) return [];
    return [
      { name, title: config.areas[name]?.title ?? name, needed: withNeeded(name, config), faults: ofArea },
    ];
  });
}

function withNeeded(name: string, config: UatConfig): string[] {
  const before = (config.areas[name]?.after ?? []).flatMap((one) => withNeeded(one, config));
  return [...new Set([...before, name])];
}
