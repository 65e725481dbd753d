import { randomBytes } from 'node:crypto';
import { processStartTime } from './process-start-time.ts';

const shape = /^uat-(?<pid>\d+)-(?<started>\d+)-[0-9a-f]{6}$/;

/** A host name that identifies the process that owns it; also the name of its folder and cgroup. */
export function hostName(): string {
  return `uat-${process.pid}-${processStartTime(process.pid) ?? 0}-${randomBytes(3).toString('hex')}`;
}

/** Whether a name is that of a host whose process is gone. */
export function isLeftOver(name: string): boolean {
  const owner = ownerOf(name);
  return owner !== undefined && !owner.runs;
}

/** Whether a name is that of a host of another, running process. */
export function isOfRunningProcess(name: string): boolean {
  const owner = ownerOf(name);
  return owner !== undefined && owner.runs && owner.pid !== process.pid;
}

function ownerOf(name: string): { pid: number; runs: boolean } | undefined {
  const { pid, started } = shape.exec(name)?.groups ?? {};
  if (pid === undefined) return undefined;
  return { pid: Number(pid), runs: (processStartTime(Number(pid)) ?? 0) === Number(started) };
}
