import { createReadStream } from 'node:fs';
import path from 'node:path';
import { configurationError } from '@uat/config';
import { architectureNamed } from './architecture-named.ts';
import type { Artifact } from './artifact.ts';
import { BrokenArtifact } from './broken-artifact.ts';
import { compressionOf } from './compression-of.ts';
import { decompressed } from './decompressed.ts';
import { tarEntries, type TarContent } from './tar-entries.ts';

// acme-agent-1.1.0-linux-amd64.tar.gz
const archiveName =
  /^(?<name>.+?)[-_]v?(?<version>\d[\w.+~]*?)(?:[-_](?:linux[-_])?(?<architecture>amd64|x86_64|arm64|aarch64|all|noarch))?\.(?:tar\.\w+|tgz)$/;
const installScript = /^\/(?:[^/]+\/)?install\.sh$/;

/**
 * What a tar archive with an `install.sh` says of itself; its name and version are those of its file name.
 * @throws BrokenArtifact when it is cut off.
 * @throws UatError (configuration) when it has no `install.sh`, at the top or one folder below.
 */
export async function readTarball(file: string): Promise<Omit<Artifact, 'file' | 'sha256'>> {
  const { files, texts } = await contentOf(file);
  const [script] = texts.values();
  if (script === undefined) throw configurationError(`${file} is no package: it has no install.sh.`);
  const { name, version, architecture } = path.basename(file).match(archiveName)?.groups ?? {};
  return {
    kind: 'tarball',
    name: name ?? path.basename(file).replace(/\.(tar\.\w+|tgz)$/, ''),
    version: version ?? '',
    architecture: architectureNamed(architecture ?? ''),
    summary: '',
    maintainer: '',
    homepage: '',
    depends: [],
    files,
    scripts: { 'install.sh': script },
    conffiles: [],
  };
}

async function contentOf(file: string): Promise<TarContent> {
  const tar = await decompressed(createReadStream(file), await compressionOf(file));
  try {
    return await tarEntries(tar, (entry) => installScript.test(entry));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new BrokenArtifact('tarball', `${file} is damaged or cut off (${reason}).`, { cause });
  }
}
