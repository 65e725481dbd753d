import { randomBytes } from 'node:crypto';
import { startedAt } from './started-at.ts';

const shape = /^uat-(?<pid>\d+)-(?<started>\d+)-[0-9a-f]{6}$/;

/** A name for a host that tells which process it belongs to: its folder and its cgroup bear it. */
export function hostName(): string {
  return `uat-${process.pid}-${startedAt(process.pid) ?? 0}-${randomBytes(3).toString('hex')}`;
}

/** Whether something bears a host's name and the process that it belonged to is gone. */
export function isLeftOver(name: string): boolean {
  const owner = ownerOf(name);
  return owner !== undefined && !owner.runs;
}

/** Whether something bears the name of a host of another process, which runs. */
export function isOfAnother(name: string): boolean {
  const owner = ownerOf(name);
  return owner !== undefined && owner.runs && owner.pid !== process.pid;
}

function ownerOf(name: string): { pid: number; runs: boolean } | undefined {
  const { pid, started } = shape.exec(name)?.groups ?? {};
  if (pid === undefined) return undefined;
  return { pid: Number(pid), runs: (startedAt(Number(pid)) ?? 0) === Number(started) };
}
