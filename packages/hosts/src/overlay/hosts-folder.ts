import path from 'node:path';
import { cacheFolder } from '../cache-folder.ts';

/** The folder for the disks of hosts and checkpoints: nothing else is ever mounted, written or removed for them. */
export function hostsFolder(): string {
  return path.join(cacheFolder(), 'hosts');
}
