import type { Clock, Linear, Member, Team, Viewer } from '@uat/linear';

/** The gate's view of the workspace, refreshed every ten minutes. */
export interface Directory {
  viewer(): Promise<Viewer>;
  team(id: string): Promise<Team | undefined>;
  teams(): Promise<Team[]>;
  members(): Promise<readonly Member[]>;
  /**
   * Id of the label that marks tickets which may start; undefined when none is configured, or when it does not exist.
   */
  okLabelId(): Promise<string | undefined>;
}

const freshMs = 600_000;

export function createDirectory(linear: Linear, clock: Clock, okLabel: string | undefined): Directory {
  const viewer = remembered(clock, () => linear.viewer({ priority: 'essential' }));
  const teams = remembered(clock, () => linear.teams({ priority: 'essential' }));
  const members = remembered(clock, () => linear.members({ priority: 'essential' }));
  const label = remembered(clock, async () => (okLabel === undefined ? undefined : linear.labelId(okLabel)));
  return {
    viewer,
    teams,
    team: async (id) => (await teams()).find((team) => team.id === id),
    members,
    okLabelId: label,
  };
}

/** Concurrent calls share one request; a failed request is not cached. */
function remembered<T>(clock: Clock, read: () => Promise<T>): () => Promise<T> {
  let value: Promise<T> | undefined;
  let readAt = 0;
  return async () => {
    if (value === undefined || clock.now() - readAt > freshMs) {
      readAt = clock.now();
      const reading = read();
      value = reading;
      reading.catch(() => {
        if (value === reading) value = undefined;
      });
    }
    return await value;
  };
}
