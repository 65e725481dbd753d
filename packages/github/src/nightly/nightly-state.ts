/** Name of the artifact that a full nightly run leaves. */
export const fullNightlyArtifact = 'uat-full-nightly';

/** An artifact of that name. */
export interface NightlyArtifact {
  createdAt: string;
  /** Branch of its workflow run. */
  branch: string | null;
  /** Whether that run belongs to a fork: its artifacts prove nothing. */
  isFork: boolean;
  /** Page of the run. */
  url: string;
}

/** Whether the nightly runs are alive. */
export type NightlyState =
  | { kind: 'alive'; last: NightlyArtifact }
  | { kind: 'overdue'; hours: number; last?: NightlyArtifact };

/** Hours without a full nightly run after which something is wrong: a day, and two hours for a late or slow one. */
export const longestHours = 26;

/** Decides from the artifacts of full nightly runs on a branch whether one is recent enough. */
export function nightlyState(
  artifacts: readonly NightlyArtifact[],
  branch: string,
  now: Date,
  hours: number = longestHours,
): NightlyState {
  const age = ({ createdAt }: NightlyArtifact) => now.valueOf() - Date.parse(createdAt);
  // A run of the future proves nothing: a clock is wrong.
  const ours = artifacts.filter((one) => one.branch === branch && !one.isFork && age(one) >= -3_600_000);
  const last = ours.toSorted((one, other) => age(one) - age(other))[0];
  if (last === undefined) return { kind: 'overdue', hours };
  return age(last) <= hours * 3_600_000 ? { kind: 'alive', last } : { kind: 'overdue', hours, last };
}
