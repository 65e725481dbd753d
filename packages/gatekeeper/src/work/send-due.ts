import { type Linear, LinearError } from '@uat/linear';
import { decide } from '../decide/decide.ts';
import type { EffectOf } from '../decide/effect.ts';
import { deterministicId } from '../decide/deterministic-id.ts';
import { writeAudit } from '../store/audit.ts';
import { markDue } from '../store/due-issues.ts';
import { memoryOf } from '../store/issues.ts';
import {
  deadLetterEntry,
  claimEntry,
  finishEntry,
  type OutboxEntry,
  postponeEntry,
  priorityOf,
} from '../store/outbox.ts';
import { backOff } from './back-off.ts';
import { decisionInput } from './decision-input.ts';
import { pauseAfter, type GateContext } from './gate-context.ts';

/** How a write ended: carried out, or no longer wanted. */
type Outcome = 'done' | 'was-there' | 'comment-deleted' | 'issue-gone' | 'moved-on' | 'passes-now';

/**
 * Sends the next write that is due.
 * @returns how many were sent or postponed: 0 when none was due
 */
export async function sendDue(gate: GateContext): Promise<number> {
  const { db, clock, by, metrics, log, pauses } = gate;
  const start = clock.now();
  if (start < pauses.essential) return 0;
  const outboxEntry = await claimEntry(db, { by, now: start, onlyUrgent: start < pauses.ordinary });
  if (outboxEntry === undefined) return 0;
  const { effect, issueId } = outboxEntry;
  try {
    const outcome = await send(gate, outboxEntry);
    await settle(gate, outboxEntry, outcome);
    metrics.write(effect.kind, outcome);
    if (effect.kind === 'move' && outcome === 'done') metrics.reverted(effect.mover);
  } catch (error) {
    pauseAfter(pauses, error, priorityOf(effect));
    const reason = error instanceof LinearError ? error.reason : (error as Error).message;
    if (cannotPass(error, outboxEntry)) {
      await deadLetterEntry(db, outboxEntry, (error as Error).message);
      await writeAudit(
        db,
        [{ issueId, event: 'dead-letter', detail: { kind: effect.kind, reason } }],
        clock.now(),
      );
      metrics.write(effect.kind, 'dead');
      log.error({ kind: effect.kind, reason }, 'a write cannot be carried out');
    } else {
      const retryAt = error instanceof LinearError ? error.retryAt : undefined;
      const dueAt = Math.max(retryAt ?? 0, clock.now() + backOff(outboxEntry.attempts));
      await postponeEntry(db, outboxEntry, { dueAt, reason });
      metrics.write(effect.kind, 'postponed');
      log.warn({ kind: effect.kind, reason }, 'a write is postponed');
    }
  }
  return 1;
}

async function send(gate: GateContext, outboxEntry: OutboxEntry): Promise<Outcome> {
  const { linear } = gate;
  const { issueId, effect } = outboxEntry;
  const options = { priority: priorityOf(effect) };
  switch (effect.kind) {
    case 'comment': {
      const { id, body, isThere } = effect;
      return await unlessGone('comment-deleted', async () => {
        await linear.putComment({ id, issueId, body, known: isThere }, options);
      });
    }
    case 'reply':
      return await reply(linear, issueId, effect);
    case 'move':
      return await move(gate, outboxEntry, effect);
    case 'note': {
      const { id, title, content } = effect;
      return await unlessGone('issue-gone', async () => {
        await linear.putDocument({ id, issueId, title, content }, options);
      });
    }
    case 'card': {
      const { kind: _kind, ...card } = effect;
      return await unlessGone('issue-gone', async () => {
        await linear.putAttachment({ issueId, ...card }, options);
      });
    }
    case 'label': {
      const { add, remove } = effect;
      return await unlessGone('issue-gone', async () => {
        await linear.labelIssue({ issueId, add, remove }, options);
      });
    }
    case 'log': {
      const { teamId, mark, text } = effect;
      const log = { id: deterministicId(teamId, 'decision log'), teamId, title: 'Decision log', mark, text };
      const head = 'Decisions on tickets of this team, with their rationale. New ones are appended.';
      await linear.appendToDocument({ ...log, head }, options);
      return 'done';
    }
  }
}

/** Attempts for refusals that may be a temporary fault of Linear's. */
const triesOfDoubtful = 6;

/**
 * Whether retrying cannot help. A token that is rejected or lacks access is for a person to fix; the write waits until
 * then.
 */
function cannotPass(error: unknown, { attempts }: OutboxEntry): boolean {
  if (!(error instanceof LinearError) || error.mayPass) return false;
  switch (error.reason) {
    case 'authentication':
    case 'forbidden':
    case 'usage-limit':
    case 'cancelled':
      return false;
    case 'refused':
    case 'unexpected-answer':
      return attempts + 1 >= triesOfDoubtful;
    default:
      return true;
  }
}

/** A reply whose thread was deleted in the meantime becomes a comment of its own. */
async function reply(linear: Linear, issueId: string, effect: EffectOf<'reply'>): Promise<Outcome> {
  const { id, body, parentId, subscriberIds } = effect;
  const put = async (thread: { parentId?: string }) => {
    await linear.putComment(
      { id, issueId, body, subscriberIds, ...thread },
      { priority: priorityOf(effect) },
    );
  };
  if (parentId !== undefined && (await unlessGone('issue-gone', () => put({ parentId }))) === 'done')
    return 'done';
  return await unlessGone('issue-gone', () => put({}));
}

/** A decision older than this is made again before a card is moved. */
const freshMs = 10_000;

async function move(gate: GateContext, outboxEntry: OutboxEntry, effect: EffectOf<'move'>): Promise<Outcome> {
  const { linear, clock, db } = gate;
  const { issueId } = outboxEntry;
  const { from, to, undoing } = effect;
  if (clock.now() - outboxEntry.createdAt > freshMs) {
    const issue = await linear.issue(issueId, { priority: 'essential' });
    if (issue === undefined || issue.isGone) return 'issue-gone';
    const { memory } = await memoryOf(db, issueId);
    const { result } = decide(await decisionInput(gate, issue, memory, clock.now()));
    if (result.verdict !== 'block') return 'passes-now';
  }
  const moved = await linear.moveIssue({ issueId, from, to, undoing }, { priority: 'essential' });
  if (moved.kind === 'gone') return 'issue-gone';
  if (moved.kind === 'moved') return 'done';
  // The response to an earlier attempt may have been lost.
  return moved.kind === 'elsewhere' && moved.state.id === to ? 'was-there' : 'moved-on';
}

async function unlessGone(outcome: Outcome, write: () => Promise<void>): Promise<Outcome> {
  try {
    await write();
    return 'done';
  } catch (error) {
    if (error instanceof LinearError && error.reason === 'not-found') return outcome;
    throw error;
  }
}

/** Stores how a write ended, together with its consequences. */
async function settle({ db, clock }: GateContext, outboxEntry: OutboxEntry, outcome: Outcome): Promise<void> {
  const { issueId, effect } = outboxEntry;
  await db.transaction().execute(async (tx) => {
    if (!(await finishEntry(tx, outboxEntry))) return;
    if (outcome === 'comment-deleted') {
      await tx
        .updateTable('issue')
        .set((row) => ({ lost_comments: row('lost_comments', '+', 1) }))
        .where('issue_id', '=', issueId)
        .execute();
    }
    if (effect.kind === 'move' && outcome !== 'done' && outcome !== 'was-there') {
      await tx
        .insertInto('dropped_revert')
        .values({ issue_id: issueId, cause: effect.cause })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      await writeAudit(
        tx,
        [{ issueId, event: 'dropped', detail: { cause: effect.cause, outcome } }],
        clock.now(),
      );
      await markDue(tx, [{ issueId, dueAt: clock.now() }]);
    }
  });
}
