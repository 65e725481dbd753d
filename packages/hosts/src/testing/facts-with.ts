import type { FileEntry } from '../files/file-entry.ts';
import type { HostFacts } from '../facts/host-facts.ts';

/** Facts of an empty host, with the given ones added. */
export function factsWith(facts: Partial<HostFacts> = {}): HostFacts {
  return {
    users: [{ name: 'root', uid: 0, gid: 0, home: '/root', shell: '/bin/sh' }],
    groups: [{ name: 'root', gid: 0, members: [] }],
    services: [],
    timers: [],
    cron: [],
    sockets: [],
    processes: [],
    packages: [],
    entries: [],
    mounts: [],
    ...facts,
  };
}

/** A 12-byte file of root, with the given differences. */
export function fileWith(entry: Partial<FileEntry> = {}): FileEntry {
  return {
    type: 'file',
    mode: 0o644,
    uid: 0,
    gid: 0,
    size: 12,
    sha256: 'a'.repeat(64),
    xattrs: [],
    ...entry,
  };
}
