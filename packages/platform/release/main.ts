// `pnpm platform:pack`: the platform as packages.
import { cp } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';

import { packedPlatform } from './packed-platform.ts';

const { values } = parseArgs({ options: { out: { type: 'string' } } });
const started = Date.now();
const say = (line: string) => void process.stderr.write(`${line}\n`);

const { folder } = await packedPlatform({ say });
if (values.out !== undefined) await cp(folder, values.out, { recursive: true });
say(`packed in ${((Date.now() - started) / 1000).toFixed(1)} s`);
process.stdout.write(`${path.resolve(values.out ?? folder)}\n`);
