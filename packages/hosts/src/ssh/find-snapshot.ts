import { infrastructureError } from '@uat/core';
import type { Run } from '../command/run-command.ts';
import type { FileEntry } from '../files/file-entry.ts';
import { parseXattrs } from '../files/parse-xattrs.ts';
import type { Snapshot } from '../host.ts';

// Without virtual file systems and other mounts.
const everything = String.raw`find / /run -xdev \( -path /proc -o -path /sys -o -path /dev \) -prune -o`;
const walks = {
  entries: String.raw`${everything} -printf '%y %m %U %G %s\0%p\0%l\0'`,
  sums: `${everything} -type f -print0 | xargs -0 -r sha256sum -z`,
  xattrs: `! command -v getfattr >/dev/null || ${everything} -print0 | xargs -0 -r getfattr --no-dereference --absolute-names -m - -e base64`,
};
const walkSeconds = 900;

/** Lists all files of a host by commands on it: for hosts whose disk is not accessible from outside. */
export async function findSnapshot(run: Run): Promise<Snapshot> {
  const walked = async (script: string) => {
    // find and sha256sum complain about files that disappear meanwhile; their output still counts.
    const { stdout, stderr } = await run(['sh', '-c', `${script} 2>/dev/null`], { seconds: walkSeconds });
    return { text: stdout.toString(), stderr };
  };
  const [entries, sums, xattrs] = [
    await walked(walks.entries),
    await walked(walks.sums),
    await walked(walks.xattrs),
  ];
  if (entries.text === '')
    throw infrastructureError(`The files of the host could not be read: ${entries.stderr.trim()}`);

  const sumOf = new Map(sums.text.split('\0').map((line) => [line.slice(66), line.slice(0, 64)] as const));
  const xattrsOf = parseXattrs(xattrs.text);
  const fields = entries.text.split('\0');
  const found = new Map<string, FileEntry>();
  for (let index = 0; index + 2 < fields.length; index += 3) {
    const [head = '', path = '', target = ''] = fields.slice(index, index + 3);
    const [letter = '', mode = '', uid, gid, size] = head.split(' ');
    const type = types[letter] ?? 'device';
    const sha256 = sumOf.get(path);
    found.set(path, {
      type,
      mode: Number.parseInt(mode, 8),
      uid: Number(uid),
      gid: Number(gid),
      size: type === 'file' ? Number(size) : 0,
      xattrs: xattrsOf.get(path) ?? [],
      ...(type === 'file' && sha256 !== undefined && { sha256 }),
      ...(type === 'link' && { target }),
    });
  }
  return { paths: new Set(found.keys()), at: (path) => found.get(path) };
}

/** The type letters of find's `%y`. */
const types: Record<string, FileEntry['type']> = {
  f: 'file',
  d: 'directory',
  l: 'link',
  p: 'fifo',
  s: 'socket',
};
