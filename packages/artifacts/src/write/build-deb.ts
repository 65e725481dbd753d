import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { createGzip, createZstdCompress } from 'node:zlib';
import type { PackagePlan } from '../plan/package-plan.ts';
import { writeAr } from './ar.ts';
import { controlFile } from './control-file.ts';
import { debScripts } from './deb-scripts.ts';
import { isLarge } from './is-large.ts';
import { payloadEntry, payloadOf, type PayloadEntry } from './payload.ts';
import { tarOf, type TarEntry } from './tar-of.ts';

/** Writes the plan as a Debian package into `folder` and returns its path. The same plan produces the same bytes. */
export async function buildDeb(plan: PackagePlan, folder: string): Promise<string> {
  const payload = await payloadOf(plan);
  const large = isLarge(payload);
  const file = path.join(folder, `${plan.name}_${plan.version}_${plan.architecture}.deb`);
  const unfinished = await mkdtemp(path.join(folder, '.unfinished-'));
  try {
    const control = await buffer(
      tarOf((await controlEntries(plan, payload)).map(inPackage)).pipe(createGzip()),
    );
    const data = path.join(unfinished, 'data.tar');
    await pipeline(
      tarOf(payload.map(inPackage)),
      large ? createZstdCompress() : createGzip(),
      createWriteStream(data),
    );
    await writeAr(file, [
      { name: 'debian-binary', content: Buffer.from('2.0\n') },
      { name: 'control.tar.gz', content: control },
      { name: large ? 'data.tar.zst' : 'data.tar.gz', content: { file: data } },
    ]);
  } finally {
    await rm(unfinished, { recursive: true });
  }
  return file;
}

function inPackage(entry: PayloadEntry): TarEntry {
  return { ...entry, name: `.${entry.path}` };
}

async function controlEntries(plan: PackagePlan, payload: readonly PayloadEntry[]): Promise<PayloadEntry[]> {
  const sums = payload
    .filter(({ type }) => type === 'file')
    .map(({ md5, path: file }) => `${md5}  ${file.slice(1)}\n`);
  const texts = {
    control: controlFile(plan, payload),
    conffiles: plan.conffiles.map((file) => `${file}\n`).join(''),
    md5sums: sums.join(''),
  };
  const entries = await Promise.all([
    ...Object.entries(texts).map(([name, content]) =>
      payloadEntry({ kind: 'file', path: `/${name}`, mode: 0o644, content }),
    ),
    ...Object.entries(debScripts(plan)).map(([name, content]) =>
      payloadEntry({ kind: 'file', path: `/${name}`, mode: 0o755, content }),
    ),
  ]);
  return entries.filter(({ size }) => size > 0);
}
