import path from 'node:path';
import { cacheFolder } from '../cache-folder.ts';

/** Where hosts and checkpoints have their disks: nothing else is ever mounted, written or removed for them. */
export function hostsFolder(): string {
  return path.join(cacheFolder(), 'hosts');
}
