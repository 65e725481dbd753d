import { styleText } from 'node:util';
import { loadConfig } from '@uat/config';
import { requestedAreas, defectsNamed } from '@uat/runner';
import { writeJson } from '../terminal/write-json.ts';

/** `uat faults [AREA…]`: lists the faults that can be seeded. */
export async function faults(options: { areas: string[]; config?: string; json?: string }): Promise<number> {
  const areas = requestedAreas(options.areas, await loadConfig(options.config));
  const found = (await defectsNamed(undefined)).filter(({ area }) => areas.includes(area));
  if (options.json !== undefined) {
    const facts = found.map(({ id, area, sentence, source }) => ({ id, area, sentence, source }));
    writeJson(options.json, { schemaVersion: 1, faults: facts });
    return 0;
  }
  const gray = (text: string) => styleText('gray', text, { stream: process.stdout });
  const width = Math.max(0, ...found.map(({ id }) => id.length));
  const lines = found.map(
    ({ id, sentence, source }) => `  ${id.padEnd(width)}  ${sentence}  ${gray(source)}\n`,
  );
  process.stdout.write([...lines, `  ${found.length} faults\n`].join(''));
  return 0;
}
