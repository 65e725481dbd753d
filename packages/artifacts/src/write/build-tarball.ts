import { createWriteStream } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { PackagePlan } from '../plan/package-plan.ts';
import { archivePayload } from './archive-payload.ts';
import { payloadOf } from './payload.ts';
import { tarOf } from './tar-of.ts';

/** Writes the plan as a tar archive with an `install.sh` into `folder` and returns its path. */
export async function buildTarball(plan: PackagePlan, folder: string): Promise<string> {
  const built = plan.architecture === 'all' ? '' : `-linux-${plan.architecture}`;
  const file = path.join(folder, `${plan.name}-${plan.version}${built}.tar.gz`);
  const entries = await archivePayload(plan, await payloadOf(plan));
  const archive = tarOf(entries.map((entry) => ({ ...entry, name: entry.path.slice(1) })));
  await pipeline(archive, createGzip({ level: 1 }), createWriteStream(file));
  return file;
}
