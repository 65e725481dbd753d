import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { extract, type Header } from 'tar-stream';
import type { ArtifactFile } from './artifact.ts';

export interface TarContent {
  files: ArtifactFile[];
  /** Text of the files that were asked for, by their path. */
  texts: Map<string, string>;
}

/** What a tar archive holds, paths from the root, and the text of those files whose path `wanted` accepts. */
export async function tarEntries(
  tar: Readable,
  wanted: (path: string) => boolean = () => false,
): Promise<TarContent> {
  const archive = extract();
  tar.on('error', (error) => archive.destroy(error));
  tar.pipe(archive);
  const content: TarContent = { files: [], texts: new Map() };
  for await (const entry of archive) {
    const path = `/${entry.header.name.replace(/^\.?\/+/, '').replace(/\/+$/, '')}`;
    const hash = createHash('sha256');
    const kept: Buffer[] = [];
    for await (const chunk of entry as AsyncIterable<Buffer>) {
      hash.update(chunk);
      if (wanted(path)) kept.push(chunk);
    }
    const file = fileOf(path, entry.header);
    content.files.push(file.type === 'file' ? { ...file, sha256: hash.digest('hex') } : file);
    if (wanted(path)) content.texts.set(path, Buffer.concat(kept).toString('utf8'));
  }
  return content;
}

const types: Partial<Record<string, ArtifactFile['type']>> = {
  file: 'file',
  'contiguous-file': 'file',
  link: 'file',
  directory: 'directory',
  symlink: 'link',
};

function fileOf(path: string, { type, mode, uid, gid, uname, gname, size, linkname }: Header): ArtifactFile {
  return {
    path,
    type: types[type ?? 'file'] ?? 'other',
    mode: mode ?? 0,
    owner: uname || String(uid ?? 0),
    group: gname || String(gid ?? 0),
    size: size ?? 0,
    ...(type === 'symlink' && linkname ? { target: linkname } : {}),
  };
}
