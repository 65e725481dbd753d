import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { infrastructureError } from '@uat/core';
import { execa } from 'execa';
import type { PackagePlan } from '../plan/package-plan.ts';
import { buildTime } from './build-time.ts';
import { isLarge } from './is-large.ts';
import { payloadOf, type PayloadEntry } from './payload.ts';
import { rpmArchitectures, rpmSpec } from './rpm-spec.ts';

/**
 * Writes the plan as an RPM into `folder` and returns its path.
 * @throws UatError (infrastructure) when `rpmbuild` is not installed.
 */
export async function buildRpm(plan: PackagePlan, folder: string): Promise<string> {
  const payload = await payloadOf(plan);
  const unfinished = await mkdtemp(path.join(folder, '.unfinished-'));
  try {
    const [root, spec] = [path.join(unfinished, 'root'), path.join(unfinished, 'package.spec')];
    for (const entry of payload) await place(entry, path.join(root, entry.path));
    await writeFile(spec, rpmSpec(plan, payload, isLarge(payload) ? 'zstdio' : 'gzdio'));
    await rpmbuild(['-bb', '--quiet', '--buildroot', root, spec], {
      _topdir: unfinished,
      _rpmdir: unfinished,
      _build_name_fmt: 'built.rpm',
    });
    const name = `${plan.name}-${plan.version}-1.${rpmArchitectures[plan.architecture]}.rpm`;
    await rename(path.join(unfinished, 'built.rpm'), path.join(folder, name));
    return path.join(folder, name);
  } finally {
    await rm(unfinished, { recursive: true });
  }
}

// Modes and owners are set by the spec.
async function place({ type, target, open }: PayloadEntry, file: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  if (type === 'directory') await mkdir(file, { recursive: true });
  else if (type === 'link') await symlink(target, file);
  else await pipeline(open(), createWriteStream(file));
}

async function rpmbuild(args: readonly string[], defines: Record<string, string>): Promise<void> {
  const given = Object.entries(defines).flatMap(([name, value]) => ['--define', `${name} ${value}`]);
  const env = { SOURCE_DATE_EPOCH: String(buildTime()), LC_ALL: 'C' };
  try {
    await execa('rpmbuild', [...given, ...args], { env, stdin: 'ignore' });
  } catch (cause) {
    if (!(cause instanceof Error) || !('code' in cause) || cause.code !== 'ENOENT') throw cause;
    throw infrastructureError('Writing an RPM needs rpmbuild: apt-get install rpm', { cause });
  }
}
