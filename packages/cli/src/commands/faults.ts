import { styleText } from 'node:util';
import { loadConfig } from '@uat/config';
import { configurationError, didYouMean } from '@uat/core';
import { type CataloguedFault, cataloguedFaults, wholeCatalog } from '@uat/faults';
import { requestedAreas } from '@uat/runner';
import { writeJson } from '../terminal/write-json.ts';

export interface FaultsOptions {
  areas: string[];
  layer?: string;
  capability?: string;
  /** Lists the faults that are held out instead of all others. */
  heldOut?: true;
  config?: string;
  json?: string;
}

/**
 * `uat faults [AREA…]`: lists the faults that can be seeded.
 * @throws UatError (configuration) for an unknown area, layer or capability.
 */
export async function faults(options: FaultsOptions): Promise<number> {
  const { areas, layer, capability, heldOut = false, json } = options;
  const names = requestedAreas(areas, await loadConfig(options.config));
  const known = heldOut ? wholeCatalog().filter((fault) => fault.heldOut) : cataloguedFaults();
  assertKnown('layer', layer, known);
  assertKnown('capability', capability, known);
  const found = known.filter(
    (fault) =>
      names.includes(fault.area) &&
      (layer === undefined || fault.layer === layer) &&
      (capability === undefined || fault.capability === capability),
  );
  if (json === undefined) process.stdout.write(listOf(found));
  else writeJson(json, { schemaVersion: 1, faults: found.map(factsOf) });
  return 0;
}

function assertKnown(
  field: 'layer' | 'capability',
  value: string | undefined,
  all: readonly CataloguedFault[],
): void {
  const known = [...new Set(all.map((fault) => fault[field]))] as string[];
  if (value === undefined || known.includes(value)) return;
  throw configurationError(
    `No fault has the ${field} '${value}'. Known: ${known.join(', ')}.${didYouMean(value, known)}`,
  );
}

const factsOf = ({ id, area, capability, layer, sentence, source, caughtBy }: CataloguedFault) => ({
  ...{ id, area, capability, layer, sentence, source, caughtBy },
});

/** The faults by capability, a line for each. */
function listOf(found: readonly CataloguedFault[]): string {
  const paint = (style: 'bold' | 'gray', text: string) => styleText(style, text, { stream: process.stdout });
  const width = Math.max(0, ...found.map(({ id }) => id.length));
  const groups = Map.groupBy(found, ({ area, capability }) => `${area} › ${capability}`);
  const lines = [...groups].flatMap(([title, members]) => [
    `  ${paint('bold', title)}\n`,
    ...members.map(
      ({ id, layer, sentence, source }) =>
        `    ${id.padEnd(width)}  ${layer.padEnd(7)}  ${sentence}  ${paint('gray', source)}\n`,
    ),
  ]);
  return [...lines, `  ${found.length === 1 ? '1 fault' : `${found.length} faults`}\n`].join('');
}
