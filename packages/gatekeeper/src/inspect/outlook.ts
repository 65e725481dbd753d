import { type Case, decide, type Decision } from '../decide/decide.ts';
import type { Effect } from '../decide/effect.ts';

/** What the service would make of a case. */
export interface Outlook {
  readonly decision: Decision;
  /** As a sentence that begins with “would”: `would put it back to “Todo” and comment on it`. */
  readonly sentence: string;
}

/** States before work, in which the gate asks nothing of a ticket yet. */
const beforeWork = new Set(['triage', 'backlog', 'unstarted']);

/** What the service would do about a case now, and at the end of the grace period when it would wait for that. Pure. */
export function outlook(asked: Case): Outlook {
  const decision = decide(asked);
  if (asked.issue.isGone) {
    return { decision, sentence: 'would do nothing: the ticket is archived or in the trash' };
  }
  const deeds = deedsOf(asked, decision);
  const waitUntil = graceEnd(asked, decision);
  if (waitUntil === undefined) return { decision, sentence: sentenceOf(asked, decision, deeds) };
  const later = deedsOf(asked, decide({ ...asked, memory: decision.memory, now: waitUntil }));
  if (later.length === 0) return { decision, sentence: sentenceOf(asked, decision, deeds) };
  const at = new Date(waitUntil).toISOString().slice(11, 19);
  const wait = `wait until ${at} UTC for the person who moved it`;
  return {
    decision,
    sentence: `would ${listed([...deeds, wait])}, and then ${listed(later)}`,
  };
}

/** Until when the card is left to the person who moved it; undefined when it is not waited for. */
function graceEnd({ issue, policy, now }: Case, { memory, effects, result }: Decision): number | undefined {
  const isSettled = memory.held !== undefined || effects.some(({ kind }) => kind === 'move');
  if (issue.state.type !== 'started' || result.verdict === 'pass' || isSettled) return undefined;
  const end = (memory.entry?.seenAt ?? now) + policy.grace * 1_000;
  return end > now ? end : undefined;
}

function sentenceOf(asked: Case, decision: Decision, deeds: readonly string[]): string {
  return deeds.length > 0 ? `would ${listed(deeds)}` : `would do nothing: ${whyNothing(asked, decision)}`;
}

/** What a decision comes to: what happens to the card first, though the comment that explains it is sent before. */
function deedsOf({ team }: Case, { memory, effects }: Decision): string[] {
  const stay = memory.held === undefined ? [] : [`leave it where it is, because ${memory.held}`];
  const inOrder = effects.toSorted((a, b) => Number(b.kind === 'move') - Number(a.kind === 'move'));
  return [...stay, ...inOrder.flatMap((effect) => deed(effect, team) ?? [])];
}

function deed(effect: Effect, team: Case['team']): string | undefined {
  switch (effect.kind) {
    case 'move': {
      const target = team?.states.find(({ id }) => id === effect.to)?.name ?? 'where it came from';
      return `put it back to “${target}”`;
    }
    case 'comment':
      return effect.isThere ? 'edit its comment' : 'comment on it';
    case 'reply':
      return 'answer or ask in a comment';
    case 'note':
      return 'add a draft of the design note';
    case 'label':
      return effect.add.length > 0
        ? 'add the label of tickets that may start'
        : 'take the label of tickets that may start away';
    case 'log':
      return 'record a decision';
    // The card goes with the comment.
    case 'card':
      return undefined;
  }
}

function whyNothing({ issue }: Case, { result }: Decision): string {
  const { type, name } = issue.state;
  if (beforeWork.has(type)) return `it is in “${name}”, and is asked when work on it starts`;
  if (type === 'canceled' || type === 'duplicate') return `it is in “${name}”`;
  if (result.tree.status === 'skipped') return result.tree.reason;
  if (result.watched.length > 0) return 'it passes, as the rules that fail only watch by now';
  return result.verdict === 'pass' ? 'it passes' : 'what it lacks was told already';
}

const listed = (deeds: readonly string[]) => new Intl.ListFormat('en-GB').format(deeds);
