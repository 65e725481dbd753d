import {
  type Cycle,
  evaluate,
  type Finding,
  type GateResult,
  type OwnersFile,
  type Policy,
  strictFrom,
} from '@uat/intent';
import type { IssueSnapshot, Member, Team } from '@uat/linear';
import { askForSignOff, lacksOnlySignOff } from './ask-for-sign-off.ts';
import { commentText } from './comment-text.ts';
import { digest } from './digest.ts';
import type { Effect } from './effect.ts';
import { type WorkEntry, workEntry, returnState } from './work-entry.ts';
import type { Memory } from './memory.ts';
import { deterministicId } from './deterministic-id.ts';
import { type Mover, identifyMover } from './identify-mover.ts';
import { runCommands } from './run-commands.ts';
import { ownersOfIssue } from './owners-of-issue.ts';
import { linksOf, snapshotOf } from './snapshot-of.ts';

/** Everything that a decision depends on, so that the same input always gives the same decision. */
export interface DecisionInput {
  readonly issue: IssueSnapshot;
  readonly memory: Memory;
  readonly policy: Policy;
  readonly owners: OwnersFile;
  readonly team: Team | undefined;
  readonly members: readonly Member[];
  /** Id of the user that the gate's token belongs to. */
  readonly selfId: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Number of other issues that the last mover of this card moved within a second. */
  readonly companions: number;
  /** Base URL of the gate, without a trailing slash. */
  readonly publicUrl: string;
  /** Id of the label that marks tickets which may start, if the workspace has one. */
  readonly okLabelId: string | undefined;
  /** The draft of a design note for this issue. */
  readonly draftNote: () => string;
}

export interface Decision {
  readonly memory: Memory;
  /** In the order in which they are to be sent. */
  readonly effects: Effect[];
  /** When the issue must be looked at again even if nothing changes, in milliseconds since 1970. */
  readonly wakeAt: number | undefined;
  readonly result: GateResult;
}

/** How often a card is put back in one day at most, regardless of who moves it. */
const revertsPerDay = 3;
const dayMs = 86_400_000;

/** States in which the gate leaves a card alone. */
const ends = new Set(['completed', 'canceled', 'duplicate']);

/** Decides what to write to Linear about an issue, and what to remember about it. Pure. */
export function decide(asked: DecisionInput): Decision {
  const { issue, policy, selfId, now, team, publicUrl } = asked;
  const owners = ownersOfIssue(asked.owners, issue);
  const links = linksOf(issue, publicUrl);
  const obeyed = runCommands({ ...asked, owners, links: links.digest });
  const result = evaluate(
    policy,
    snapshotOf(issue, links, obeyed.memory, selfId),
    new Date(now).toISOString(),
    {
      at: issue.state.type === 'completed' ? 'done' : 'entry',
      cycles: cyclesOf(asked),
      fields: links.fields,
    },
  );
  const about = aboutIssue(asked, obeyed.memory, result);
  const entry = workEntry(issue, team);
  const mover = entry && moverFor(asked, entry);
  const turn = revertOrReason(asked, about, result, entry, mover);

  const isKnown = obeyed.memory.comment.digest !== undefined;
  const isInWork = issue.state.type === 'started';
  const isToldOnEntry = isInWork && result.verdict !== 'pass' && turn.waitUntil === undefined;
  const isToldOnDone = issue.state.type === 'completed' && result.verdict !== 'pass';
  // A cancelled or duplicate ticket is not going to be worked on.
  const isGivenUp = issue.state.type === 'canceled' || issue.state.type === 'duplicate';
  const speaks = !isGivenUp && (isKnown || isToldOnEntry || isToldOnDone);

  const needsNote = result.work.kind !== 'other' && result.verdict !== 'pass' && !ends.has(issue.state.type);
  const noteId = deterministicId(issue.id, 'design note');
  const lacksNote = !issue.documents.some(({ isGone }) => !isGone);
  const newNote =
    speaks && needsNote && about.note === undefined && lacksNote
      ? { id: noteId, draft: asked.draftNote() }
      : undefined;

  const { move } = turn;
  const reverts =
    move === undefined || entry === undefined
      ? about.reverts
      : [
          ...about.reverts,
          { cause: move.cause, entry: entry.id, at: now, mover: move.mover, to: move.to },
        ].slice(-50);
  const memory: Memory = {
    ...about,
    entry: entry && { cause: entry.id, seenAt: turn.seenAt },
    movedBy: mover?.name ?? about.movedBy,
    held: turn.held,
    reverts,
    note: about.note ?? newNote,
  };

  const effects: Effect[] = [];
  const commentId = deterministicId(issue.id, 'comment', memory.comment.number);
  if (speaks) {
    const page = `${publicUrl}/issues/${issue.identifier}`;
    const lastRevert = reverts.at(-1);
    const body = commentText({
      result,
      putBack:
        lastRevert === undefined
          ? undefined
          : {
              to: team?.states.find(({ id }) => id === lastRevert.to)?.name ?? 'where it came from',
              movedBy: memory.movedBy ?? 'somebody',
            },
      held: memory.held,
      hasDraft: memory.note !== undefined,
      isDone: issue.state.type === 'completed',
      override: memory.overrides.findLast(({ until }) => until >= new Date(now).toISOString().slice(0, 10)),
      deciders: owners.deciders,
      page,
    });
    if (memory.comment.digest !== digest(body)) {
      effects.push({ kind: 'comment', id: commentId, body, isThere: isKnown });
      memory.comment = { ...memory.comment, digest: digest(body) };
    }
    const card = cardOf(result, page);
    if (memory.card !== digest(card)) {
      effects.push({ kind: 'card', ...card });
      memory.card = digest(card);
    }
  }
  if (move !== undefined) effects.push({ kind: 'move', ...move });
  if (newNote !== undefined) {
    effects.push({
      kind: 'note',
      id: newNote.id,
      title: `Design note (draft): ${issue.title}`.slice(0, 200),
      content: newNote.draft,
    });
  }

  const isDecided = memory.decisions.some((decision) => decision.links === links.digest);
  const wantsSignOff =
    speaks && !isDecided && !ends.has(issue.state.type) && result.tree.children.some(isBlockedBySignOff);
  const signOff = askForSignOff({
    issueId: issue.id,
    memory,
    now,
    wanted: wantsSignOff,
    ended: isDecided
      ? 'decided'
      : result.verdict === 'block' || ends.has(issue.state.type)
        ? 'dropped'
        : 'signed',
    links: links.digest,
    owners,
    members: asked.members,
    policy,
    parentId: speaks ? commentId : undefined,
  });
  memory.rounds = signOff.rounds;
  effects.push(...signOff.effects, ...obeyed.effects, ...obeyed.answers.map((answer) => answer(result)));
  const label = labelEffect(asked, result);
  if (label !== undefined) effects.push(label);

  const wakes = [turn.waitUntil, signOff.rounds.at(-1)?.nextAt, overridesEnd(memory, now)].filter(
    (at) => at !== undefined,
  );
  return {
    memory,
    effects,
    wakeAt: wakes.length === 0 ? undefined : Math.min(...wakes),
    result,
  };
}

/** The fields of an issue that the operator pages show. */
function aboutIssue(
  { issue, now }: DecisionInput,
  memory: Memory,
  { verdict, reasons, watched }: GateResult,
): Memory {
  return {
    ...memory,
    identifier: issue.identifier,
    title: issue.title,
    url: issue.url,
    team: issue.team.key,
    state: issue.state.name,
    isOver: ends.has(issue.state.type),
    verdict,
    reasons,
    watched,
    since: memory.verdict === verdict ? memory.since : now,
  };
}

function moverFor(
  { issue, memory, selfId, companions }: DecisionInput,
  { id, by, at, from }: WorkEntry,
): Mover {
  const undone = memory.reverts.findLast(({ entry, to }) => to === from && entry !== id);
  const { attachments } = issue;
  return identifyMover({ by, at, selfId, attachments, companions, undoneAt: undone?.at });
}

interface Turn {
  readonly move?: Omit<Extract<Effect, { kind: 'move' }>, 'kind'>;
  /** Why the card stays although it is blocked. */
  readonly held?: string;
  /** Deadline for the person who moved the card to complete the ticket. */
  readonly waitUntil?: number;
  /** When the gate first saw the card enter work. */
  readonly seenAt: number;
}

/** Decides whether the card is put back and, if it is blocked but stays, why. */
function revertOrReason(
  { issue, policy, now, team }: DecisionInput,
  memory: Memory,
  { verdict, tree }: GateResult,
  entry: WorkEntry | undefined,
  mover: Mover | undefined,
): Turn {
  // Measured on the gate's own clock, since Linear's may differ.
  const seenAt = memory.entry?.cause === entry?.id ? (memory.entry?.seenAt ?? now) : now;
  if (entry === undefined || mover === undefined || verdict === 'pass') return { seenAt };
  const waitUntil = seenAt + policy.grace * 1_000;
  const wasPutBack = memory.reverts.some(({ cause }) => cause === `move:${entry.id}`);
  if (now < waitUntil && !wasPutBack) return { seenAt, waitUntil };
  if (verdict === 'advise') return { seenAt };
  const blocking = tree.children.filter(({ status, mode }) => status === 'failed' && mode === 'enforce');
  const tooLate = blocking.filter(({ name }) => {
    const rule = policy.rules.find(({ id }) => id === name);
    return rule !== undefined && Date.parse(strictFrom(rule, cyclesOf({ issue, team }))) > entry.at;
  });
  if (tooLate.length === blocking.length) {
    return { seenAt, held: 'it entered work before the missing items were required' };
  }
  if (issue.truncated.includes('attachments') || issue.truncated.includes('documents')) {
    return {
      seenAt,
      held: 'it has more attachments or documents than were read, and what is missing may be among them',
    };
  }
  const cause = causeOf(entry, mover, blocking);
  const earlier = memory.reverts.findLast((revert) => revert.cause === cause);
  // The write that puts it back is on its way.
  if (earlier?.entry === entry.id) return { seenAt };
  if (earlier !== undefined) {
    return {
      seenAt,
      held: `${mover.name} moved it again after it had been put back, and the gate does not play ping-pong`,
    };
  }
  if (memory.reverts.filter(({ at }) => now - at < dayMs).length >= revertsPerDay) {
    return { seenAt, held: `it was put back ${revertsPerDay} times within a day` };
  }
  const target = returnState(entry, team);
  if (target === undefined) return { seenAt, held: 'its team has no state before work to move it back to' };
  return {
    seenAt,
    move: {
      from: issue.state.id,
      to: target.id,
      ...(entry.newest !== undefined && { undoing: entry.newest }),
      cause,
      mover: mover.kind,
    },
  };
}

/**
 * The key under which a move is counted. Each move by a person counts on its own. An automation would repeat its move
 * forever, so its moves count as one while the same things are missing.
 */
function causeOf(entry: WorkEntry, mover: Mover, blocking: readonly Finding[]): string {
  if (mover.kind === 'person') return `move:${entry.id}`;
  return `${mover.kind}:${mover.id}:${digest(blocking.map(({ name }) => name))}`;
}

/** Starts of the cycles that are known: the running cycle, and the next one at its end. */
export function cyclesOf({ issue, team }: Pick<DecisionInput, 'issue' | 'team'>): Cycle[] {
  return [issue.cycle, team?.activeCycle]
    .filter((cycle) => cycle !== undefined)
    .flatMap(({ startsAt, endsAt }) => [{ startsAt }, { startsAt: endsAt }]);
}

function isBlockedBySignOff(rule: Finding): boolean {
  return rule.mode === 'enforce' && rule.status === 'failed' && rule.children.some(lacksOnlySignOff);
}

const verdictTitles = { pass: 'ready', advise: 'may start', block: 'not ready' } as const;

function cardOf({ verdict, tree, work }: GateResult, url: string) {
  const failed = tree.children.filter(({ status }) => status === 'failed').map(({ name }) => name);
  return {
    url,
    title: `Intent gate: ${verdictTitles[verdict]}`,
    subtitle: failed.length === 0 ? 'Nothing is missing' : `Missing: ${failed.join(', ')}`,
    metadata: { verdict, work: work.kind, missing: failed.join(', ') },
  };
}

function labelEffect({ issue, okLabelId }: DecisionInput, { verdict }: GateResult): Effect | undefined {
  if (okLabelId === undefined || ends.has(issue.state.type)) return undefined;
  const has = issue.labels.some(({ id }) => id === okLabelId);
  const wants = verdict !== 'block';
  if (has === wants) return undefined;
  return { kind: 'label', add: wants ? [okLabelId] : [], remove: wants ? [] : [okLabelId] };
}

/** When the override in force ends: the ticket is judged again then. */
function overridesEnd({ overrides }: Memory, now: number): number | undefined {
  const last = overrides
    .map(({ until }) => Date.parse(`${until}T00:00:00.000Z`) + dayMs)
    .filter((at) => at > now);
  return last.length === 0 ? undefined : Math.min(...last);
}
