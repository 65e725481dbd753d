import type { Finding, Policy } from '@uat/intent';
import type { Member } from '@uat/linear';
import type { EffectOf } from './effect.ts';
import type { Memory, Round } from './memory.ts';
import { deterministicId } from './deterministic-id.ts';
import { type IssueOwners, memberNamed } from './owners-of-issue.ts';
import { afterWorkingDays } from './working-days.ts';

/** Whether a rule fails only for want of a sign-off: mock and contract are linked, and the signature is missing. */
export function lacksOnlySignOff(finding: Finding): boolean {
  if (finding.status !== 'failed') return false;
  if (finding.name === 'sign_off') return true;
  const failed = finding.children.filter(({ status }) => status === 'failed');
  return failed.length > 0 && failed.every(lacksOnlySignOff);
}

export interface SignOffInput {
  readonly issueId: string;
  readonly memory: Memory;
  readonly now: number;
  /** Whether a sign-off is still required. */
  readonly wanted: boolean;
  /** Why the sign-off is no longer required, if it is not. */
  readonly ended: 'signed' | 'decided' | 'dropped';
  /** Digest of what is to be signed. */
  readonly links: string;
  readonly owners: IssueOwners;
  readonly members: readonly Member[];
  readonly policy: Policy;
  /** Id of the comment under which the question is posted. */
  readonly parentId: string | undefined;
}

/**
 * Asks for a sign-off and escalates the question when its deadline passes: customer surrogate, then DRI, then deciders.
 * A settled question is kept; a later change of the mock or contract opens a new one.
 */
export function askForSignOff(asked: SignOffInput): { rounds: Round[]; effects: EffectOf<'reply'>[] } {
  const { memory, now, wanted, ended, links, policy } = asked;
  const rounds = [...memory.rounds];
  const open = rounds.at(-1);
  if (open !== undefined && open.settled === undefined) {
    if (wanted && open.links === links) {
      if (open.nextAt === undefined || now < open.nextAt) return { rounds, effects: [] };
      const stage = open.stage === 'surrogate' ? 'dri' : 'deciders';
      return told(rounds.slice(0, -1), {
        ...open,
        stage,
        nextAt: stage === 'dri' ? afterWorkingDays(now, policy.sign_off.dri_days) : undefined,
      });
    }
    const { nextAt: _over, ...kept } = open;
    rounds[rounds.length - 1] = { ...kept, settled: { how: wanted ? 'changed' : ended, at: now } };
  }
  if (!wanted) return { rounds, effects: [] };
  return told(rounds, {
    links,
    askedAt: now,
    stage: 'surrogate',
    nextAt: afterWorkingDays(now, policy.sign_off.surrogate_days),
    asked: [],
  });

  function told(earlier: Round[], round: Round) {
    const names = namesFor(round.stage, asked.owners);
    const people = names.map((name) => ({ name, member: memberNamed(name, asked.members) }));
    const effect: EffectOf<'reply'> = {
      kind: 'reply',
      id: deterministicId(asked.issueId, 'ask', earlier.length, round.stage),
      parentId: asked.parentId,
      body: question(
        round,
        people.map(({ name, member }) => member?.url ?? `**${name}**`),
      ),
      subscriberIds: people.flatMap(({ member }) => (member === undefined ? [] : [member.id])),
    };
    return {
      rounds: [...earlier, { ...round, asked: [...round.asked, ...names] }],
      effects: [effect],
    };
  }
}

function namesFor(stage: Round['stage'], { surrogate, dri, deciders }: IssueOwners): string[] {
  const named = { surrogate: surrogate && [surrogate], dri: dri && [dri], deciders };
  // Tickets outside every area have no surrogate, but somebody still has to be asked.
  return named[stage] || deciders;
}

function question({ stage, askedAt, nextAt }: Round, mentions: readonly string[]): string {
  const who = mentions.join(', ');
  const by = nextAt === undefined ? '' : ` by ${day(nextAt)}`;
  const how =
    'Add a line such as “Sign-off: NAME, mock v3 and contract 1.2.0” to the ticket; a decider may also reply with `/decide approve because …`.';
  if (stage === 'surrogate') {
    return `${who}: this ticket has its mock and contract, and needs your sign-off for both${by}. ${how}`;
  }
  const since = `The sign-off for mock and contract has been outstanding since ${day(askedAt)}`;
  return stage === 'dri'
    ? `${who}: ${since}. Please sign off${by}. ${how}`
    : `${who}: ${since}, although the surrogate and the DRI were asked. Please decide: \`/decide <option> because <rationale>\`.`;
}

const day = (at: number) => new Date(at).toISOString().slice(0, 10);
