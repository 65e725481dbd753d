import path from 'node:path';
import { configurationError } from '@uat/core';
import { architectureNamed } from './architecture-named.ts';
import type { Artifact } from './artifact.ts';
import { openTar } from './open-tar.ts';
import { readingFailure } from './reading-failure.ts';
import { tarEntries, type TarContent } from './tar-entries.ts';

// Possible suffixes after the version: acme-agent-1.1.0-linux-amd64.tar.gz, acme-1.1.0-x86_64-unknown-linux-musl.tar.xz
const architectures =
  'amd64|x86[_-]64|x64|arm64|aarch64|armhf|armv7l?|i[3-6]86|ppc64le|s390x|riscv64|all|noarch|any';
const platform = new RegExp(`(?:[-_](?:unknown|linux|gnu|musl|${architectures}))+$`, 'i');
const architectureIn = new RegExp(`[-_](${architectures})(?![^-_])`, 'i');
const nameAndVersion =
  /^(?<name>.+?)[-_]v?(?<version>\d[\w.+~]*(?:-(?:alpha|beta|pre|preview|rc|dev|snapshot)[\w.+~-]*)?)$/i;
const ending = /\.(?:tar(?:\.\w+)?|t(?:gz|az|bz2?|xz|lz|lzma|zst))$/;
const installScript = /^\/(?:[^/]+\/)?install\.sh$/;

/**
 * Reads a tar archive with an `install.sh`; name and version are taken from its file name.
 * @throws BrokenArtifactError when it is truncated.
 * @throws UatError (configuration) when it has no `install.sh` at the top or one folder below; (infrastructure) when
 *   its compression or one of its entries is not supported.
 */
export async function readTarball(file: string): Promise<Omit<Artifact, 'file' | 'sha256'>> {
  const { files, texts } = await contentOf(file);
  const [script] = texts.values();
  if (script === undefined) throw configurationError(`${file} is not a package: it has no install.sh.`);
  const stem = path.basename(file).replace(ending, '');
  const builtFor = platform.exec(stem)?.[0] ?? '';
  const named = stem.slice(0, stem.length - builtFor.length);
  const { name = named, version = '' } = nameAndVersion.exec(named)?.groups ?? {};
  return {
    kind: 'tarball',
    name,
    version,
    architecture: architectureNamed(architectureIn.exec(builtFor)?.[1] ?? ''),
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
  try {
    return await tarEntries(
      async () => openTar(file),
      (entry) => installScript.test(entry),
    );
  } catch (cause) {
    throw readingFailure('tarball', file, cause);
  }
}
