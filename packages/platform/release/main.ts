// `pnpm platform:pack`: the platform as packages.
import { cp, readdir } from 'node:fs/promises';
import path from 'node:path';

import { Command, CommanderError } from 'commander';

import { packedPlatform } from './packed-platform.ts';

const examples = `
Examples:
  pnpm platform:pack                       into a folder of this repository, once for the same sources
  pnpm platform:pack --out /tmp/kamiwaza   and a copy there`;

const say = (line: string) => void process.stderr.write(`${line}\n`);

process.exitCode = await main();

/** Packs the platform as the command line says, and returns the exit code. */
async function main(): Promise<number> {
  const program = new Command('platform:pack')
    .description(
      'Packs the embedded platform: .deb, .rpm and .tar.gz of the present release and of its neighbours, with sums, signature and parts. Prints the folder.',
    )
    .option('--out <folder>', 'copies them into an empty folder')
    .addHelpText('after', examples)
    .exitOverride();
  try {
    const { out } = program.parse().opts<{ out?: string }>();
    return await pack(out);
  } catch (error) {
    // Commander has printed it.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    throw error;
  }
}

async function pack(out: string | undefined): Promise<number> {
  const started = Date.now();
  if (out !== undefined && !(await isFree(out))) {
    say(`${path.resolve(out)} exists and is not an empty folder: name another with --out.`);
    return 2;
  }
  const { folder } = await packedPlatform({ say });
  if (out !== undefined) await cp(folder, out, { recursive: true });
  say(`packed in ${((Date.now() - started) / 1000).toFixed(1)} s`);
  process.stdout.write(`${path.resolve(out ?? folder)}\n`);
  return 0;
}

/** Whether a path does not exist or is an empty folder. */
async function isFree(place: string): Promise<boolean> {
  try {
    return (await readdir(place)).length === 0;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT';
  }
}
