import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

// Loaded into each process of a run with `node --import`: a disk on which no more than the named bytes of a file fit
// (`FULL_DISK=2000:events.ndjson`). A disk that is really full needs root, and would be full for others.

const [, bytes = '0', name = ''] = /^(\d+):(.+)$/.exec(process.env['FULL_DISK'] ?? '') ?? [];

const noSpace = (syscall: string) =>
  Object.assign(new Error(`ENOSPC: no space left on device, ${syscall}`), {
    code: 'ENOSPC',
    errno: -28,
    syscall,
  });

const isFull = (file: string, size: number) => name !== '' && file.endsWith(name) && size >= Number(bytes);

const { writeSync, writeFileSync } = fs;
const pathOf = (descriptor: number) => fs.readlinkSync(`/proc/self/fd/${descriptor}`);

Object.assign(fs, {
  writeSync(descriptor: number, ...rest: [string]) {
    if (isFull(pathOf(descriptor), fs.fstatSync(descriptor).size)) throw noSpace('write');
    return writeSync(descriptor, ...rest);
  },
  writeFileSync(file: fs.PathOrFileDescriptor, ...rest: [string]) {
    // A draft is renamed to the file.
    if (typeof file === 'string' && isFull(file.replace(/\.draft$/, ''), 0)) throw noSpace('write');
    return writeFileSync(file, ...rest);
  },
});
syncBuiltinESMExports();
