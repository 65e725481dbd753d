import { randomBytes } from 'node:crypto';
import { startedAt } from './started-at.ts';

const shape = /^uat-(?<pid>\d+)-(?<started>\d+)-[0-9a-f]{6}$/;

/** A name for a host that tells which process it belongs to: its folder and its cgroup bear it. */
export function hostName(): string {
  return `uat-${process.pid}-${startedAt(process.pid) ?? 0}-${randomBytes(3).toString('hex')}`;
}

/** Whether something bears a host's name and the process that it belonged to is gone. */
export function isLeftOver(name: string): boolean {
  const { pid, started } = shape.exec(name)?.groups ?? {};
  return pid !== undefined && (startedAt(Number(pid)) ?? 0) !== Number(started);
}
