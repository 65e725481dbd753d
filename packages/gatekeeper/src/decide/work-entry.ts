import { type Actor, type IssueSnapshot, stateChanges, type Team } from '@uat/linear';

/** How a card entered work. */
export interface WorkEntry {
  /** Id of the history entry, or of the issue itself when it was created in work. */
  readonly id: string;
  /** Id of the newest state change; differs from `id` when the card moved on from one state of work to another. */
  readonly newest: string | undefined;
  readonly at: number;
  readonly by: Actor;
  /** The previous state, if the history says. */
  readonly from: string | undefined;
}

/** How a card that is in work got there; undefined for a card that is not in work. */
export function workEntry(issue: IssueSnapshot, team: Team | undefined): WorkEntry | undefined {
  if (issue.state.type !== 'started') return undefined;
  const typeOf = (stateId: string | undefined) => team?.states.find(({ id }) => id === stateId)?.type;
  const changes = inOrder(issue);
  const newest = changes[0]?.id;
  const entry = changes.find(({ from }) => typeOf(from) !== 'started') ?? changes.at(-1);
  if (entry !== undefined) return { ...entry, newest };
  return { id: issue.id, newest, at: Date.parse(issue.createdAt), by: issue.creator, from: undefined };
}

/**
 * State changes, newest first. Of changes in the same millisecond, the one that led to the current state is the newest.
 */
function inOrder(issue: IssueSnapshot) {
  return stateChanges(issue).toSorted(
    (a, b) => b.at - a.at || Number(b.to === issue.state.id) - Number(a.to === issue.state.id),
  );
}

/**
 * The state that a card goes back to: the one it came from, unless that was a final state (a reopened card is new
 * work).
 * Otherwise the team's first state before work; undefined when the team has none.
 */
export function returnState({ from }: WorkEntry, team: Team | undefined): Team['states'][number] | undefined {
  const before = ['unstarted', 'backlog', 'triage'];
  const states = team?.states ?? [];
  return (
    states.find(({ id, type }) => id === from && before.includes(type)) ??
    before.flatMap((type) => states.filter((state) => state.type === type))[0]
  );
}
