import type { Linear } from '@uat/linear';
import type { Memory } from '../decide/memory.ts';
import type { OperatorView } from './operator-view.ts';
import { markDue } from '../store/due-issues.ts';
import { memoryIn } from '../store/issues.ts';
import { storedValue } from '../store/stored-value.ts';
import type { Database } from '../store/open-database.ts';
import { revive } from '../store/outbox.ts';
import type { PolicySource } from '../work/policy-source.ts';
import type { Health } from '../work/gate-context.ts';

export interface ViewSources {
  readonly db: Database;
  readonly linear: Linear;
  readonly policy: PolicySource;
  readonly health: Health;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** The operator view, read from the database at every call. */
export function storedView({ db, linear, policy, health, now }: ViewSources): OperatorView {
  /** Every issue that passes `wanted`, most recently changed first. */
  const memories = async (wanted: (memory: Memory) => boolean) => {
    const rows = await db
      .selectFrom('issue')
      .select(['issue_id', 'memory'])
      .orderBy('updated_at', 'desc')
      .limit(5_000)
      .execute();
    return rows
      .map(({ issue_id, memory }) => ({ issueId: issue_id, ...memoryIn(memory) }))
      .filter((memory) => wanted(memory));
  };

  return {
    async queue() {
      const due = await db
        .selectFrom('due_issue')
        .select(({ fn }) => [fn.countAll<number>().as('count'), fn.min<number | null>('due_at').as('oldest')])
        .where('due_at', '<=', now())
        .executeTakeFirstOrThrow();
      const waiting = await db
        .selectFrom('outbox')
        .select(({ fn }) => ['kind', fn.countAll<number>().as('count'), fn.min('created_at').as('oldest')])
        .where('state', '=', 'waiting')
        .groupBy('kind')
        .execute();
      const oldest = waiting.map((row) => row.oldest);
      return {
        toJudge: due.count,
        oldestDueAt: due.oldest ?? undefined,
        toSend: Object.fromEntries(waiting.map(({ kind, count }) => [kind, count])),
        oldestToSendAt: oldest.length === 0 ? undefined : Math.min(...oldest),
        lastWebhookAt: timeIn(await storedValue(db, 'last-webhook')),
        lastScanAt: timeIn(await storedValue(db, 'last-scan')),
      };
    },

    async blocked() {
      // Tickets that were only read, for their label or a command, are not held up.
      const held = await memories(
        ({ verdict, isOver, comment, reverts }) =>
          (verdict === 'block' || verdict === 'advise') &&
          !isOver &&
          (comment.digest !== undefined || reverts.length > 0),
      );
      return held.map(
        ({ issueId, identifier, title, url, team, state, verdict, reasons, movedBy, held: why, since }) => ({
          issueId,
          identifier,
          title,
          url,
          team,
          state,
          verdict: verdict === 'block' ? 'block' : 'advise',
          reasons,
          movedBy,
          held: why,
          since,
        }),
      );
    },

    async overrides() {
      const today = new Date(now()).toISOString().slice(0, 10);
      const given = await memories(({ overrides }) => overrides.length > 0);
      return given.flatMap(({ identifier, url, overrides }) =>
        overrides.map(({ who, why, until }) => ({
          identifier,
          url,
          rules: undefined,
          who,
          why,
          until,
          isOver: until < today,
        })),
      );
    },

    async questions() {
      const asked = await memories(({ rounds }) => {
        const last = rounds.at(-1);
        return last !== undefined && last.settled === undefined;
      });
      return asked.flatMap(({ identifier, url, rounds }) =>
        rounds
          .slice(-1)
          .map(({ asked: names, stage, nextAt }) => ({ identifier, url, asked: names, stage, nextAt })),
      );
    },

    async deadLetters() {
      const rows = await db
        .selectFrom('outbox')
        .leftJoin('issue', 'issue.issue_id', 'outbox.issue_id')
        .select([
          'outbox.issue_id',
          'outbox.number',
          'outbox.kind',
          'outbox.reason',
          'outbox.attempts',
          'outbox.created_at',
          'issue.identifier',
        ])
        .where('outbox.state', '=', 'dead')
        .orderBy('outbox.created_at')
        .execute();
      return rows.map(({ issue_id, number, kind, reason, attempts, created_at, identifier }) => ({
        id: `${issue_id}.${number}`,
        identifier: identifier ?? issue_id,
        kind,
        reason: reason ?? '',
        attempts,
        at: created_at,
      }));
    },

    async retry(id) {
      const [issueId = '', number = ''] = id.split('.');
      return /^\d+$/.test(number) && (await revive(db, { issueId, number: Number(number) }, now()));
    },

    async recheck(issueId) {
      const known = await db
        .selectFrom('issue')
        .select('issue_id')
        .where('issue_id', '=', issueId)
        .executeTakeFirst();
      if (known === undefined) return false;
      await markDue(db, [{ issueId, dueAt: now() }]);
      return true;
    },

    budget: () => linear.budget(),
    policy: () => policy.state(),
    failingOpen: () => health.failing,
  };
}

function timeIn(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text);
}
