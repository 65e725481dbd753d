import { type Actor, type IssueSnapshot, stateChanges, type Team } from '@uat/linear';

/** How a card came into work. */
export interface Entry {
  /** The history entry, or the issue itself when it was created in work. */
  readonly id: string;
  /** The newest change of state: another one than `id` when the card went on from one state of work to the next. */
  readonly newest: string | undefined;
  readonly at: number;
  readonly by: Actor;
  /** The state before, as far as the history tells. */
  readonly from: string | undefined;
}

/** The entry into work of a card that is in work now; undefined for every other card. */
export function entryOf(issue: IssueSnapshot, team: Team | undefined): Entry | undefined {
  if (issue.state.type !== 'started') return undefined;
  const typeOf = (stateId: string | undefined) => team?.states.find(({ id }) => id === stateId)?.type;
  const changes = inOrder(issue);
  const newest = changes[0]?.id;
  const entry = changes.find(({ from }) => typeOf(from) !== 'started') ?? changes.at(-1);
  if (entry !== undefined) return { ...entry, newest };
  return { id: issue.id, newest, at: Date.parse(issue.createdAt), by: issue.creator, from: undefined };
}

/** Newest first; of changes in the same millisecond the one that led to where the card is now is the newest. */
function inOrder(issue: IssueSnapshot) {
  return stateChanges(issue).toSorted(
    (a, b) => b.at - a.at || Number(b.to === issue.state.id) - Number(a.to === issue.state.id),
  );
}

/**
 * Where a card goes back to: the state that it came from, unless that was an end (a reopened card is new work). Else the
 * team's first state before work; undefined when the team has none.
 */
export function wayBack({ from }: Entry, team: Team | undefined): Team['states'][number] | undefined {
  const before = ['unstarted', 'backlog', 'triage'];
  const states = team?.states ?? [];
  return (
    states.find(({ id, type }) => id === from && before.includes(type)) ??
    before.flatMap((type) => states.filter((state) => state.type === type))[0]
  );
}
