import { randomBytes } from 'node:crypto';

/** The run that created a resource, and when that run began (UTC, to the minute). */
export interface RunTag {
  runId: string;
  startedAt: Date;
}

const tagged = /^uat-(?<runId>(?<y>\d{4})(?<mo>\d\d)(?<d>\d\d)-(?<h>\d\d)(?<mi>\d\d)-[a-z0-9]{4})-[a-z0-9]+$/;

/** A name with the run's tag, for a resource on a target: `uat-20261122-1831-k3f9-5d0a1c`. */
export function taggedName(runId: string): string {
  return `uat-${runId}-${randomBytes(4).toString('hex')}`;
}

/** The run tag of a name from {@link taggedName}; `undefined` for any other name. */
export function runTagIn(name: string): RunTag | undefined {
  const { runId, y, mo, d, h, mi } = tagged.exec(name)?.groups ?? {};
  if (runId === undefined) return undefined;
  const startedAt = new Date(`${y}-${mo}-${d}T${h}:${mi}:00Z`);
  return Number.isNaN(startedAt.getTime()) ? undefined : { runId, startedAt };
}
