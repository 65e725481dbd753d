import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { execa } from 'execa';

/**
 * Does some work while no other process on this machine does work under the same lock file. The system takes the lock
 * back when its holder dies.
 */
export async function locked<T>(file: string, work: () => Promise<T>): Promise<T> {
  await mkdir(path.dirname(file), { recursive: true });
  const holder = execa('flock', [file, 'sh', '-c', 'echo held && cat'], { buffer: false });
  await Promise.race([once(holder.stdout, 'data'), holder]);
  try {
    return await work();
  } finally {
    holder.stdin.end();
    await holder;
  }
}
