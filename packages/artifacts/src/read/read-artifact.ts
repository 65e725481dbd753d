import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Artifact, ArtifactKind } from './artifact.ts';
import { artifactKind } from './artifact-kind.ts';
import { fileSum } from './file-sum.ts';
import { readDeb } from './read-deb.ts';
import { readRpm } from './read-rpm.ts';
import { readTarball } from './read-tarball.ts';

type Content = Omit<Artifact, 'file' | 'sha256'>;

const readers: Record<ArtifactKind, (file: string) => Promise<Content>> = {
  deb: readDeb,
  rpm: readRpm,
  tarball: readTarball,
  script: readScript,
};

/**
 * Reads an artifact to its end.
 * @throws BrokenArtifactError when it is a package that is truncated or damaged.
 * @throws UatError (configuration) when the file does not exist or is not a package; (infrastructure) when a program
 *   needed to read it is not installed.
 */
export async function readArtifact(file: string): Promise<Artifact> {
  const content = await readers[await artifactKind(file)](file);
  return { ...content, file, sha256: await fileSum(file) };
}

async function readScript(file: string): Promise<Content> {
  return {
    kind: 'script',
    name: path.basename(file, '.sh'),
    version: '',
    architecture: '',
    summary: '',
    maintainer: '',
    homepage: '',
    depends: [],
    files: [],
    scripts: { 'install.sh': await readFile(file, 'utf8') },
    conffiles: [],
  };
}
