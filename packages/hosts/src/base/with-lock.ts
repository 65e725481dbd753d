import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { execa } from 'execa';

/**
 * Runs some work while holding a lock file against other processes on this machine. The kernel releases the lock when
 * its holder dies.
 */
export async function withLock<T>(file: string, work: () => Promise<T>): Promise<T> {
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
