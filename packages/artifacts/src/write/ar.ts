import { type FileHandle, open, stat } from 'node:fs/promises';
import { createReadStream } from 'node:fs';
import { buildTime } from './build-time.ts';

/** Content of the member, or the file that holds it. */
export interface ArMember {
  name: string;
  content: Buffer | { file: string };
}

/** Writes an `ar` archive (deb(5)), owned by root and dated to the build time. */
export async function writeAr(file: string, members: readonly ArMember[]): Promise<void> {
  await using archive = await open(file, 'w');
  await archive.write('!<arch>\n');
  for (const { name, content } of members) await writeMember(archive, name, content);
}

async function writeMember(archive: FileHandle, name: string, content: ArMember['content']): Promise<void> {
  const size = Buffer.isBuffer(content) ? content.length : (await stat(content.file)).size;
  const header = [
    name.padEnd(16),
    String(buildTime()).padEnd(12),
    '0'.padEnd(6),
    '0'.padEnd(6),
    '100644'.padEnd(8),
    String(size).padEnd(10),
    '`\n',
  ];
  await archive.write(header.join(''));
  if (Buffer.isBuffer(content)) await archive.write(content);
  else
    for await (const chunk of createReadStream(content.file, { highWaterMark: 1 << 20 }))
      await archive.write(chunk);
  if (size % 2 === 1) await archive.write('\n');
}
