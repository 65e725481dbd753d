import { expect, test } from 'vitest';
import type { RawResult } from '../command/run-command.ts';
import { findSnapshot } from './find-snapshot.ts';

const answered = (text: string): RawResult => ({
  code: 0,
  stdout: Buffer.from(text),
  stderr: '',
  seconds: 0,
  timedOut: false,
});

test('the output of find, sha256sum and getfattr becomes entries, even with odd names', async () => {
  const sum = 'c'.repeat(64);
  const snapshot = await findSnapshot(async (argv) => {
    const script = argv[2] ?? '';
    if (script.includes('sha256sum')) return answered(`${sum}  /etc/a\nb\0`);
    if (script.includes('getfattr')) return answered('# file: /etc/a\\012b\nuser.note=0saGk=\n');
    return answered('f 4755 0 42 3\0/etc/a\nb\0\0l 777 0 0 9\0/etc/link\0/etc/a\0d 1777 0 0 4096\0/tmp\0\0');
  });

  expect([...snapshot.paths].map((path) => [path, snapshot.at(path)])).toEqual([
    [
      '/etc/a\nb',
      { type: 'file', mode: 0o4755, uid: 0, gid: 42, size: 3, sha256: sum, xattrs: ['user.note=0saGk='] },
    ],
    ['/etc/link', { type: 'link', mode: 0o777, uid: 0, gid: 0, size: 0, target: '/etc/a', xattrs: [] }],
    ['/tmp', { type: 'directory', mode: 0o1777, uid: 0, gid: 0, size: 0, xattrs: [] }],
  ]);
});

test('a host whose files cannot be read is an infrastructure error', async () => {
  const refusing = async () => ({ ...answered(''), code: 255 });

  await expect(findSnapshot(refusing)).rejects.toMatchObject({ kind: 'infrastructure' });
});
