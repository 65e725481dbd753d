import { createHash } from 'node:crypto';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { infrastructureError } from '@uat/core';
import { extract, type Header } from 'tar-stream';
import type { ArtifactFile } from './artifact.ts';

export interface TarContent {
  files: ArtifactFile[];
  /** Content of the requested files, by path. */
  texts: Map<string, string>;
}

/**
 * Reads a tar archive: its entries with absolute paths, and the content of the files whose path `wanted` accepts. Hard
 * links become the file that they link to; the content of a link is that of its target. `open` opens the archive anew
 * each time.
 * @throws UatError (infrastructure) when an entry is stored in an unsupported form.
 */
export async function tarEntries(
  open: () => Promise<Readable>,
  wanted: (path: string) => boolean = () => false,
): Promise<TarContent> {
  const { files, texts } = await entriesOf(await open(), wanted);
  const links = [...files.values()].filter((file) => wanted(file.path) && !texts.has(file.path));
  const leadsTo = new Map(links.map((link) => [link.path, endOf(link, files)]));
  const ends = new Set([...leadsTo.values()].filter((end) => files.get(end)?.type === 'file'));
  // A file that is only reachable through a link was skipped.
  const found = ends.size === 0 ? texts : (await entriesOf(await open(), (at) => ends.has(at))).texts;
  for (const [link, end] of leadsTo) {
    const text = found.get(end);
    if (text !== undefined) texts.set(link, text);
  }
  return { files: [...files.values()], texts };
}

interface Entries {
  files: Map<string, ArtifactFile>;
  texts: Map<string, string>;
}

async function entriesOf(tar: Readable, wanted: (path: string) => boolean): Promise<Entries> {
  // The oldest format, v7, does not identify itself; its checksum shows whether it is one.
  const archive = extract({ allowUnknownFormat: true } as object);
  tar.on('error', (error) => archive.destroy(error));
  tar.pipe(archive);
  const files = new Map<string, ArtifactFile>();
  const texts = new Map<string, string>();
  for await (const entry of archive) {
    const { header } = entry;
    const at = pathOf(header.name);
    refuseUnread(at, header);
    const hash = createHash('sha256');
    const kept: Buffer[] = [];
    for await (const chunk of entry as AsyncIterable<Buffer>) {
      hash.update(chunk);
      if (wanted(at)) kept.push(chunk);
    }
    const file = fileOf(at, header, hash.digest('hex'));
    const isLink = header.type === 'link';
    // A later entry replaces an earlier one of the same name.
    files.delete(at);
    files.set(at, isLink ? linkedTo(header.linkname, file, files) : file);
    texts.delete(at);
    if (wanted(at) && file.type === 'file') texts.set(at, Buffer.concat(kept).toString('utf8'));
  }
  return { files, texts };
}

const pathOf = (name: string) => `/${name.replace(/^(\.?\/+)+/, '').replace(/\/+$/, '')}`;

/** Files that GNU tar stores without their holes, and other entries whose content is not that of a file. */
function refuseUnread(at: string, { type, mode, size, pax }: Header): void {
  const isSparse = Object.keys(pax ?? {}).some((key) => key.startsWith('GNU.sparse.'));
  // tar-stream does not name types outside POSIX. Without content and mode it is a label, which can be ignored.
  if (!isSparse && (type || (size === 0 && mode === 0))) return;
  throw infrastructureError(
    `${at} is stored in this archive in an unsupported form: as a sparse or multi-volume file. Pack it without --sparse and --multi-volume.`,
  );
}

/** The entry of a hard link, with the content of the file that it links to, which must come before it. */
function linkedTo(
  target: string | null | undefined,
  link: ArtifactFile,
  files: ReadonlyMap<string, ArtifactFile>,
): ArtifactFile {
  const at = pathOf(target ?? '');
  const first = files.get(at);
  if (first === undefined)
    throw new Error(`${link.path} is a hard link to ${at}, which does not come before it`);
  const { mode, owner, group } = link;
  return { ...first, path: link.path, mode, owner, group, sameAs: first.sameAs ?? at };
}

/** The final target of a link within the archive. */
function endOf(link: ArtifactFile, files: ReadonlyMap<string, ArtifactFile>): string {
  const passed = new Set<string>();
  let at = link;
  while (!passed.has(at.path)) {
    passed.add(at.path);
    const { sameAs, target } = at;
    const next = sameAs ?? (target && path.posix.resolve(path.posix.dirname(at.path), target));
    at = files.get(next ?? '') ?? at;
  }
  return at.path;
}

const types: Partial<Record<string, ArtifactFile['type']>> = {
  file: 'file',
  'contiguous-file': 'file',
  directory: 'directory',
  symlink: 'link',
};

function fileOf(at: string, header: Header, sha256: string): ArtifactFile {
  const { name, type, mode, uid, gid, uname, gname, size, linkname } = header;
  const pax = (header.pax ?? {}) as Partial<Record<string, string>>;
  // The oldest format has no type for a folder.
  const kind = name.endsWith('/') ? 'directory' : (types[type ?? ''] ?? 'other');
  return {
    path: at,
    type: kind,
    mode: mode ?? 0,
    // Names and numbers too long for a header are stored before it.
    owner: pax['uname'] || uname || (pax['uid'] ?? String(uid ?? 0)),
    group: pax['gname'] || gname || (pax['gid'] ?? String(gid ?? 0)),
    size: kind === 'file' ? (size ?? 0) : 0,
    ...(kind === 'file' ? { sha256 } : {}),
    ...(type === 'symlink' && linkname ? { target: linkname } : {}),
  };
}
