import { randomBytes } from 'node:crypto';

/** What a stamped name tells: the run that made the thing, and when that run began (UTC, to the minute). */
export interface Stamp {
  runId: string;
  startedAt: Date;
}

const stamped =
  /^uat-(?<runId>(?<y>\d{4})(?<mo>\d\d)(?<d>\d\d)-(?<h>\d\d)(?<mi>\d\d)-[a-z0-9]{4})-[a-z0-9]+$/;

/** A name for something that a run makes on a target: `uat-20261122-1831-k3f9-5d0a1c`. */
export function stampedName(runId: string): string {
  return `uat-${runId}-${randomBytes(4).toString('hex')}`;
}

/** Reads a name that {@link stampedName} gave; `undefined` for every other name, which is somebody else's. */
export function stampIn(name: string): Stamp | undefined {
  const { runId, y, mo, d, h, mi } = stamped.exec(name)?.groups ?? {};
  if (runId === undefined) return undefined;
  const startedAt = new Date(`${y}-${mo}-${d}T${h}:${mi}:00Z`);
  return Number.isNaN(startedAt.getTime()) ? undefined : { runId, startedAt };
}
