import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { execa } from 'execa';
import { pack, type Header } from 'tar-stream';
import { type ArMember, writeAr } from '../write/ar.ts';

export interface SmallFile {
  path: string;
  content?: string;
  mode?: number;
  /** Path of an earlier file that this one is a hard link to. */
  hardLinkTo?: string;
  linkTo?: string;
}

export interface SmallDeb {
  name: string;
  version?: string;
  architecture?: string;
  /** Further fields of the control file. */
  fields?: Record<string, string>;
  /** Further members of control.tar by name: scripts, templates, conffiles, triggers. */
  control?: Record<string, string>;
  files?: readonly SmallFile[];
  /** Compression of control.tar and data.tar, as the suffix of their names. */
  compression?: { control?: Ending; data?: Ending };
}

export type Ending = keyof typeof packers;

const packers = {
  '': (tar: Buffer) => tar,
  '.gz': (tar: Buffer) => gzipSync(tar),
  '.zst': (tar: Buffer) => zstdCompressSync(tar),
  '.xz': (tar: Buffer) => packedBy('xz', ['-c'], tar),
  '.lzma': (tar: Buffer) => packedBy('xz', ['--format=lzma', '-c'], tar),
  '.bz2': (tar: Buffer) => packedBy('bzip2', ['-c'], tar),
} as const;

async function packedBy(program: string, args: readonly string[], input: Buffer): Promise<Buffer> {
  const { stdout } = await execa(program, args, { input, encoding: 'buffer' });
  return Buffer.from(stdout);
}

const texts = new Set(['conffiles', 'templates', 'triggers', 'md5sums']);

/** Writes a small Debian package (deb(5)) for a test into a folder, and returns its path. */
export async function smallDeb(folder: string, deb: SmallDeb): Promise<string> {
  const { name, version = '1.0', architecture = 'all', fields = {}, control = {}, files = [] } = deb;
  const { control: ofControl = '.gz', data: ofData = '.gz' } = deb.compression ?? {};
  const paragraph = {
    ...{ Package: name, Version: version, Architecture: architecture },
    ...{ Maintainer: 'Test <test@example.com>', Description: 'a small package' },
    ...fields,
  };
  const text = Object.entries(paragraph).map(([field, value]) => `${field}: ${value}\n`);
  const members: SmallFile[] = [
    { path: '/control', content: text.join('') },
    ...Object.entries(control).map(([member, content]) => ({
      path: `/${member}`,
      content,
      mode: texts.has(member) ? 0o644 : 0o755,
    })),
  ];
  const parts: ArMember[] = [
    { name: 'debian-binary', content: Buffer.from('2.0\n') },
    { name: `control.tar${ofControl}`, content: await packers[ofControl](await smallTar(members)) },
    { name: `data.tar${ofData}`, content: await packers[ofData](await smallTar(withFolders(files))) },
  ];
  const file = path.join(folder, `${name}_${version.replace(/^\d+:/, '')}_${architecture}.deb`);
  await writeAr(file, parts);
  return file;
}

/** A tar archive of these files, owned by root; a path with a trailing slash is a folder. */
export async function smallTar(files: readonly SmallFile[]): Promise<Buffer> {
  const archive = pack();
  const content = buffer(archive);
  for (const one of files) {
    const header: Partial<Header> & { name: string } = {
      ...{ name: `.${one.path}`, mode: one.mode ?? 0o644, uid: 0, gid: 0, uname: 'root', gname: 'root' },
      mtime: new Date(0),
    };
    if (one.path.endsWith('/')) archive.entry({ ...header, mode: 0o755, type: 'directory' });
    else if (one.hardLinkTo !== undefined)
      archive.entry({ ...header, type: 'link', linkname: `.${one.hardLinkTo}` });
    else if (one.linkTo !== undefined) archive.entry({ ...header, type: 'symlink', linkname: one.linkTo });
    else archive.entry(header, one.content ?? '');
  }
  archive.finalize();
  return content;
}

function withFolders(files: readonly SmallFile[]): SmallFile[] {
  const folders = files.flatMap(({ path: file }) => {
    const parts = file.split('/').slice(1, -1);
    return parts.map((_, index) => `/${parts.slice(0, index + 1).join('/')}/`);
  });
  return [...[...new Set(folders)].map((folder) => ({ path: folder })), ...files];
}
