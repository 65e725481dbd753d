import { styleText } from 'node:util';
import { loadConfig } from '@uat/config';
import { areaNames, defectsNamed } from '@uat/runner';
import { writeJson } from '../write-json.ts';

/** `uat regressions [AREA…]`: lists the past defects that the embedded platform can bring back. */
export async function regressions(options: {
  areas: string[];
  config?: string;
  json?: string;
}): Promise<number> {
  const areas = areaNames(options.areas, await loadConfig(options.config));
  const found = (await defectsNamed(undefined)).filter(({ area }) => areas.includes(area));
  if (options.json !== undefined) {
    const facts = found.map(({ id, area, sentence, source }) => ({ id, area, sentence, source }));
    writeJson(options.json, { schemaVersion: 1, regressions: facts });
    return 0;
  }
  const gray = (text: string) => styleText('gray', text, { stream: process.stdout });
  const width = Math.max(0, ...found.map(({ id }) => id.length));
  const lines = found.map(
    ({ id, sentence, source }) => `  ${id.padEnd(width)}  ${sentence}  ${gray(source)}\n`,
  );
  process.stdout.write([...lines, `  ${found.length} regressions\n`].join(''));
  return 0;
}
