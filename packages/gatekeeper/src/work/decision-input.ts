import type { IssueSnapshot } from '@uat/linear';
import type { DecisionInput } from '../decide/decide.ts';
import { workEntry } from '../decide/work-entry.ts';
import type { Memory } from '../decide/memory.ts';
import type { Database } from '../store/open-database.ts';
import type { GateContext } from './gate-context.ts';

/** Sources of a decision's input. Without a database, moves of other cards are not known. */
export type DecisionSources = Pick<
  GateContext,
  'policy' | 'owners' | 'directory' | 'publicUrl' | 'draftNote'
> & { readonly db: Database | undefined };

/** Collects everything that a decision on an issue depends on: the issue as read, and what the gate knows around it. */
export async function decisionInput(
  { db, policy, owners, directory, publicUrl, draftNote }: DecisionSources,
  issue: IssueSnapshot,
  memory: Memory,
  now: number,
): Promise<DecisionInput> {
  const [{ id: selfId }, team, members, okLabelId, rules] = await Promise.all([
    directory.viewer(),
    directory.team(issue.team.id),
    directory.members(),
    directory.okLabelId(),
    policy(),
  ]);
  const entry = workEntry(issue, team);
  const actorId = entry?.by.kind === 'person' ? entry.by.id : undefined;
  const companions =
    db === undefined || entry === undefined || actorId === undefined
      ? []
      : await db
          .selectFrom('card_move')
          .select('issue_id')
          .distinct()
          .where('actor_id', '=', actorId)
          .where('at', '>=', entry.at - 1_000)
          .where('at', '<=', entry.at + 1_000)
          .where('issue_id', '!=', issue.id)
          .execute();
  return {
    issue,
    memory,
    policy: rules,
    owners: owners(),
    team,
    members,
    selfId,
    now,
    companions: companions.length,
    publicUrl,
    okLabelId,
    draftNote: () => draftNote(issue),
  };
}
