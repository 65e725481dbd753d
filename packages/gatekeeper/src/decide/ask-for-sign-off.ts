import type { Finding, Policy } from '@uat/intent';
import type { Member } from '@uat/linear';
import type { EffectOf } from './effect.ts';
import type { Memory, Round } from './memory.ts';
import { mintedId } from './minted-id.ts';
import { type IssueOwners, memberNamed } from './owners-of-issue.ts';
import { afterWorkingDays } from './working-days.ts';

/** Whether a sign-off is all that a rule still lacks: what is to be signed is there, and the signature is not. */
export function lacksOnlySignOff(finding: Finding): boolean {
  if (finding.status !== 'failed') return false;
  if (finding.name === 'sign_off') return true;
  const failed = finding.children.filter(({ status }) => status === 'failed');
  return failed.length > 0 && failed.every(lacksOnlySignOff);
}

export interface SignOffCase {
  readonly issueId: string;
  readonly memory: Memory;
  readonly now: number;
  /** Whether a sign-off is wanted at the moment. */
  readonly wanted: boolean;
  /** Why it is no longer wanted, when it is not. */
  readonly ended: 'signed' | 'decided' | 'dropped';
  /** Digest of what is to be signed. */
  readonly links: string;
  readonly owners: IssueOwners;
  readonly members: readonly Member[];
  readonly policy: Policy;
  /** Under which comment the question stands. */
  readonly parentId: string | undefined;
}

/**
 * Asks for a sign-off, and passes the question on when its time is over: customer surrogate, then DRI, then deciders. A
 * question that is settled is kept; what changes afterwards is a new question.
 */
export function askForSignOff(asked: SignOffCase): { rounds: Round[]; effects: EffectOf<'reply'>[] } {
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
      id: mintedId(asked.issueId, 'ask', earlier.length, round.stage),
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
  // A ticket without an area has no surrogate; somebody has to be asked all the same.
  return named[stage] || deciders;
}

function question({ stage, askedAt, nextAt }: Round, mentions: readonly string[]): string {
  const who = mentions.join(', ');
  const by = nextAt === undefined ? '' : ` by ${day(nextAt)}`;
  const how =
    'Write a line such as “Sign-off: NAME, mock v3 and contract 1.2.0” into the ticket; a decider may also answer `/decide approve because …`.';
  if (stage === 'surrogate') {
    return `${who}: mock and contract of this ticket are there, and your sign-off for both is wanted${by}. ${how}`;
  }
  const since = `The sign-off of mock and contract has been wanted since ${day(askedAt)}`;
  return stage === 'dri'
    ? `${who}: ${since}. Please see to it${by}. ${how}`
    : `${who}: ${since}, and the surrogate and the DRI were asked. Please decide: \`/decide <option> because <rationale>\`.`;
}

const day = (at: number) => new Date(at).toISOString().slice(0, 10);
