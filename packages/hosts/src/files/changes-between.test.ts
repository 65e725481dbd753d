import { expect, test } from 'vitest';
import type { Snapshot } from '../host.ts';
import { fileWith } from '../testing/facts-with.ts';
import { changesBetween } from './changes-between.ts';
import type { FileEntry } from './file-entry.ts';

function snapshot(entries: Record<string, FileEntry>): Snapshot {
  return { paths: new Set(Object.keys(entries)), at: (path) => entries[path] };
}

test.each<{ what: string; before: FileEntry | undefined; after: FileEntry | undefined; kind: string }>([
  { what: 'an added file', before: undefined, after: fileWith(), kind: 'added' },
  { what: 'a removed file', before: fileWith(), after: undefined, kind: 'removed' },
  {
    what: 'the same size with different bytes',
    before: fileWith(),
    after: fileWith({ sha256: 'b'.repeat(64) }),
    kind: 'content',
  },
  {
    what: 'another link target',
    before: fileWith({ type: 'link', target: '/a' }),
    after: fileWith({ type: 'link', target: '/b' }),
    kind: 'content',
  },
  {
    what: 'a folder in place of a file',
    before: fileWith(),
    after: fileWith({ type: 'directory' }),
    kind: 'content',
  },
  { what: 'another mode', before: fileWith(), after: fileWith({ mode: 0o666 }), kind: 'metadata' },
  { what: 'another owner', before: fileWith(), after: fileWith({ uid: 7 }), kind: 'metadata' },
  {
    what: 'a file capability',
    before: fileWith(),
    after: fileWith({ xattrs: ['security.capability=0sAAA='] }),
    kind: 'metadata',
  },
])('$what is a change of kind $kind', ({ before, after, kind }) => {
  const at = (entry: FileEntry | undefined) => snapshot(entry === undefined ? {} : { '/etc/acme': entry });

  expect(changesBetween(at(before), at(after))).toMatchObject([{ kind, path: '/etc/acme' }]);
});

test('an unchanged file is not a change, whichever snapshot names it', () => {
  const base = { '/etc/a': fileWith(), '/etc/b': fileWith() };
  const before: Snapshot = { paths: new Set(['/etc/a']), at: (path) => base[path as keyof typeof base] };
  const after: Snapshot = { paths: new Set(['/etc/b', '/etc/c']), at: before.at };

  expect(changesBetween(before, after)).toEqual([]);
});
