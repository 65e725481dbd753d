import { describe, expect, test } from 'vitest';
import { deadLinks } from './dead-links.ts';
import type { FileEntry } from './file-entry.ts';

const plain = { mode: 0o755, uid: 0, gid: 0, size: 0, xattrs: [] };
const folder: FileEntry = { ...plain, type: 'directory' };
const file: FileEntry = { ...plain, type: 'file' };
const to = (target: string): FileEntry => ({ ...plain, type: 'link', target });

const disk: Record<string, FileEntry> = {
  '/usr': folder,
  '/usr/lib': folder,
  '/usr/lib/acme': file,
  '/lib': to('usr/lib'),
  '/etc': folder,
  '/etc/circle': to('circle'),
};

/** The dead links reported for a new link at a path. */
const said = (path: string, target: string) =>
  deadLinks([{ kind: 'added', path, after: to(target) }], {
    at: (asked) => (asked === path ? to(target) : disk[asked]),
  });

describe('a dead link', () => {
  test.each([
    ['/etc/acme', '../usr/lib/acme.so'],
    ['/etc/acme', '/lib/acme.so'],
    ['/etc/acme', 'circle'],
    ['/etc/acme', 'acme'],
    ['/etc/acme', '/usr/lib/acme/below-a-file'],
  ])('is %s to %s', (path, target) => {
    expect(said(path, target)).toEqual([{ path, target }]);
  });

  test.each([
    ['/etc/acme', '../usr/lib/acme'],
    ['/etc/acme', '/lib/acme'],
    ['/etc/acme', './../lib/../lib//acme'],
    ['/etc/acme', '/../../usr'],
    ['/etc/acme', '/'],
    ['/etc/acme.service', '/dev/null'],
    ['/etc/acme.sock', '/run/acme/socket'],
  ])('is not %s to %s', (path, target) => {
    expect(said(path, target)).toEqual([]);
  });

  test('does not include a removed link or anything that is not a link', () => {
    const gone = { kind: 'removed', path: '/etc/acme', before: to('nowhere') } as const;
    const settings = { kind: 'added', path: '/etc/acme.conf', after: file } as const;

    expect(deadLinks([gone, settings], { at: () => undefined })).toEqual([]);
  });
});
