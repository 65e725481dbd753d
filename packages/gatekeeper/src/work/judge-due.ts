import { type IssueSnapshot, LinearError } from '@uat/linear';
import { decide, type Decision } from '../decide/decide.ts';
import type { Memory } from '../decide/memory.ts';
import { type AuditEntry, writeAudit } from '../store/audit.ts';
import { type Claim, claimDue, endClaim, markDue, postponeClaim } from '../store/due-issues.ts';
import { memoryOf, remember } from '../store/issues.ts';
import { post } from '../store/outbox.ts';
import { backOff } from './back-off.ts';
import { decisionInput } from './decision-input.ts';
import { pauseAfter, type GateContext } from './gate-context.ts';

/** Limited by what one read of Linear may request. */
const atOnce = 35;

/**
 * Judges the issues that are due: one read for all of them, one decision each, stored together with its writes.
 * @returns how many were processed
 */
export async function judgeDue(gate: GateContext): Promise<number> {
  const { db, linear, clock, by, health, pauses } = gate;
  if (clock.now() < pauses.essential) return 0;
  const claims = await claimDue(db, { by, now: clock.now(), limit: atOnce });
  if (claims.length === 0) return 0;
  try {
    const { documents, issues } = parted(claims);
    for (const claim of documents) await judgeIssueOf(gate, claim);
    if (issues.length > 0) {
      const found = await linear.issues(
        issues.map(({ issueId }) => issueId),
        { priority: 'essential' },
      );
      for (const claim of issues) {
        await judge(gate, claim, found.get(claim.issueId));
        // Judging takes milliseconds without a pause; webhooks are answered in between.
        await new Promise(setImmediate);
      }
    }
    health.failing = undefined;
  } catch (error) {
    pauseAfter(pauses, error, 'essential');
    health.failing = `Tickets are passing unjudged: ${(error as Error).message}`;
    gate.log.warn({ issues: claims.length, reason: reasonOf(error) }, 'issues could not be judged');
    for (const claim of claims) await postponeClaim(db, claim, laterThan(error, claim, clock.now()));
  }
  return claims.length;
}

function parted(claims: readonly Claim[]) {
  const isOfDocument = ({ issueId }: Claim) => issueId.startsWith('document:');
  return { documents: claims.filter(isOfDocument), issues: claims.filter((claim) => !isOfDocument(claim)) };
}

/** A document's webhook does not say which issue it belongs to. */
async function judgeIssueOf({ db, linear, clock }: GateContext, claim: Claim): Promise<void> {
  const issueId = await linear.issueOfDocument(claim.issueId.slice('document:'.length));
  await db.transaction().execute(async (tx) => {
    if (!(await endClaim(tx, claim)) || issueId === undefined) return;
    const known = await tx
      .selectFrom('issue')
      .select('issue_id')
      .where('issue_id', '=', issueId)
      .executeTakeFirst();
    if (known !== undefined) await markDue(tx, [{ issueId, dueAt: clock.now() }]);
  });
}

/** Judges one issue. A failure postpones this issue and does not hold up the others. */
async function judge(gate: GateContext, claim: Claim, issue: IssueSnapshot | undefined): Promise<void> {
  const { db, clock, log, metrics } = gate;
  const now = clock.now();
  const { memory, effects, dropped } = await memoryOf(db, claim.issueId);
  if (issue === undefined || issue.isGone) {
    await db.transaction().execute(async (tx) => {
      if (!(await endClaim(tx, claim))) return;
      if (effects > 0 || memory.verdict !== undefined)
        await remember(tx, claim.issueId, withoutIssue(memory, now), { effects, dropped, now });
    });
    metrics.verdict('gone');
    return;
  }
  let decision: Decision;
  try {
    decision = decide(await decisionInput(gate, issue, memory, now));
  } catch (error) {
    if (error instanceof LinearError) throw error;
    log.error({ issue: issue.identifier, reason: (error as Error).message }, 'an issue cannot be judged');
    await postponeClaim(db, claim, now + backOff(claim.attempts));
    return;
  }
  const isStored = await db.transaction().execute(async (tx) => {
    if (!(await endClaim(tx, claim))) return false;
    const { wakeAt } = decision;
    if (wakeAt !== undefined) await markDue(tx, [{ issueId: claim.issueId, dueAt: wakeAt }]);
    await remember(tx, claim.issueId, decision.memory, {
      effects: effects + decision.effects.length,
      dropped,
      now,
    });
    await post(tx, claim.issueId, decision.effects, { first: effects + 1, now });
    await writeAudit(tx, auditOf(claim.issueId, memory, decision), now);
    return true;
  });
  if (!isStored) return;
  metrics.verdict(decision.result.verdict);
  for (const { stage } of decision.memory.rounds.slice(memory.rounds.length)) metrics.escalated(stage);
  if (decision.memory.overrides.length > memory.overrides.length) metrics.overrideGiven();
}

/** Settles a deleted issue: it is no longer held up, and its sign-off is no longer awaited. */
function withoutIssue(memory: Memory, now: number): Memory {
  const { verdict: _verdict, held: _held, ...rest } = memory;
  return {
    ...rest,
    reasons: [],
    rounds: memory.rounds.map(({ nextAt: _nextAt, ...round }) => ({
      ...round,
      settled: round.settled ?? { how: 'dropped', at: now },
    })),
  };
}

/** The audit entries for what a decision changed. */
function auditOf(issueId: string, before: Memory, { memory, effects, result }: Decision): AuditEntry[] {
  const entry = (event: AuditEntry['event'], detail: AuditEntry['detail']): AuditEntry => ({
    issueId,
    event,
    detail,
  });
  const failed = result.tree.children.filter(({ status }) => status === 'failed').map(({ name }) => name);
  return [
    ...(before.verdict === memory.verdict ? [] : [entry('verdict', { verdict: memory.verdict, failed })]),
    ...effects.flatMap((effect) =>
      effect.kind === 'move'
        ? [entry('move', { to: effect.to, cause: effect.cause, mover: effect.mover })]
        : [],
    ),
    ...memory.overrides
      .filter(({ id }) => before.overrides.every((one) => one.id !== id))
      .map(({ who, until }) => entry('override', { who, until })),
    ...(memory.overrides.length === 0 && before.overrides.length > 0 ? [entry('revoke', {})] : []),
    ...memory.decisions
      .slice(before.decisions.length)
      .map(({ who, id }) => entry('decision', { who, comment: id })),
    ...(memory.rounds.at(-1)?.stage === before.rounds.at(-1)?.stage &&
    memory.rounds.length === before.rounds.length
      ? []
      : [entry('asked', { stage: memory.rounds.at(-1)?.stage })]),
  ];
}

/** The loggable reason of an error: never its message, unless it is one of ours. */
function reasonOf(error: unknown): string {
  return error instanceof LinearError ? error.reason : (error as Error).message;
}

function laterThan(error: unknown, { attempts }: Claim, now: number): number {
  const retryAt = error instanceof LinearError ? error.retryAt : undefined;
  return retryAt ?? now + backOff(attempts);
}
