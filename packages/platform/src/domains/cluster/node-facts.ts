import { randomUUID } from 'node:crypto';
import { availableParallelism, hostname, networkInterfaces, platform, release, totalmem } from 'node:os';

import type { Secrets } from '../../database/secret-store.ts';

/** Facts about the machine that the platform runs on. */
export interface NodeFacts {
  /** Generated once per data folder. */
  id: string;
  /** When the data folder first named this node. */
  createdAt: string;
  hostname: string;
  /** First address that other machines could use, else the loopback. */
  address: string;
  os: string;
  cpus: number;
  memoryBytes: number;
}

/** Facts about this machine. */
export function nodeFacts(secrets: Secrets): NodeFacts {
  const addresses = Object.values(networkInterfaces()).flatMap((addressList) => addressList ?? []);
  return {
    id: secrets.get('node id', randomUUID),
    createdAt: secrets.get('node created', () => new Date().toISOString()),
    hostname: hostname(),
    address: addresses.find(({ family, internal }) => family === 'IPv4' && !internal)?.address ?? '127.0.0.1',
    os: `${platform()} ${release()}`,
    cpus: availableParallelism(),
    memoryBytes: totalmem(),
  };
}
