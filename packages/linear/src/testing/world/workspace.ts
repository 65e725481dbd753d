import type { LinearRecord } from './record.ts';
import type { World } from './world.ts';

/** The content of a new stand-in. */
export interface Workspace {
  readonly organization: LinearRecord;
  readonly team: LinearRecord;
  readonly states: Readonly<
    Record<
      'triage' | 'backlog' | 'todo' | 'inProgress' | 'inReview' | 'done' | 'canceled' | 'duplicate',
      LinearRecord
    >
  >;
  readonly people: Readonly<Record<'ana' | 'ben', LinearRecord>>;
  /** The app user that the bot's token belongs to. */
  readonly bot: LinearRecord;
  readonly labels: Readonly<Record<'interface' | 'contract' | 'chore', LinearRecord>>;
  readonly project: LinearRecord;
  readonly milestone: LinearRecord;
  readonly cycle: LinearRecord;
}

/**
 * A small workspace: one team with all seven types of state, two of them `started`, as Linear creates it by default.
 */
export function addWorkspace(world: World, now: number): Workspace {
  const day = 86_400_000;
  const iso = (time: number) => new Date(time).toISOString();
  const organization = world.add('Organization', { name: 'Example', urlKey: 'example' });
  const user = (name: string, app: boolean) =>
    world.add('User', {
      name,
      displayName: name.toLowerCase(),
      email: `${name.toLowerCase()}@example.com`,
      url: `https://linear.app/example/profiles/${name.toLowerCase()}`,
      app,
      active: true,
    });
  const team = world.add('Team', { key: 'ENG', name: 'Engineering', displayName: 'Engineering' });
  const cycle = world.add('Cycle', {
    number: 12,
    name: null,
    teamId: team.id,
    startsAt: iso(now - 7 * day),
    endsAt: iso(now + 7 * day),
    isActive: true,
  });
  world.store.write({ ...team, activeCycleId: cycle.id }, now);
  const state = (name: string, type: string, position: number) =>
    world.add('WorkflowState', { name, type, position, color: '#888888', teamId: team.id });
  const label = (name: string) =>
    world.add('IssueLabel', { name, color: '#888888', isGroup: false, parentId: null });
  const project = world.add('Project', { name: 'Atlas', url: 'https://linear.app/example/project/atlas' });
  return {
    organization,
    team,
    cycle,
    project,
    milestone: world.add('ProjectMilestone', { name: 'M1', projectId: project.id }),
    states: {
      triage: state('Triage', 'triage', 0),
      backlog: state('Backlog', 'backlog', 1),
      todo: state('Todo', 'unstarted', 2),
      inProgress: state('In Progress', 'started', 3),
      inReview: state('In Review', 'started', 4),
      done: state('Done', 'completed', 5),
      canceled: state('Canceled', 'canceled', 6),
      duplicate: state('Duplicate', 'duplicate', 7),
    },
    people: { ana: user('Ana', false), ben: user('Ben', false) },
    bot: user('Gatekeeper', true),
    labels: { interface: label('interface'), contract: label('contract'), chore: label('chore') },
  };
}
