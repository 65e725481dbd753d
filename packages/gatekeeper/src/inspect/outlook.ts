import { type DecisionInput, decide, type Decision } from '../decide/decide.ts';
import type { Effect } from '../decide/effect.ts';

/** What the service would do with a ticket. */
export interface Outlook {
  readonly decision: Decision;
  /** A sentence that begins with “would”: `would put it back to “Todo” and comment on it`. */
  readonly sentence: string;
}

/** States before work, in which the gate does not check a ticket yet. */
const beforeWork = new Set(['triage', 'backlog', 'unstarted']);

/** Predicts what the service would do with a ticket now and, if it would wait, at the end of the grace period. Pure. */
export function outlook(asked: DecisionInput): Outlook {
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

/** When the grace period of the person who moved the card ends; undefined when there is none to wait for. */
function graceEnd(
  { issue, policy, now }: DecisionInput,
  { memory, effects, result }: Decision,
): number | undefined {
  const isSettled = memory.held !== undefined || effects.some(({ kind }) => kind === 'move');
  if (issue.state.type !== 'started' || result.verdict === 'pass' || isSettled) return undefined;
  const end = (memory.entry?.seenAt ?? now) + policy.grace * 1_000;
  return end > now ? end : undefined;
}

function sentenceOf(asked: DecisionInput, decision: Decision, deeds: readonly string[]): string {
  return deeds.length > 0 ? `would ${listed(deeds)}` : `would do nothing: ${whyNothing(asked, decision)}`;
}

/** The actions of a decision: the card's move first, although the comment that explains it is sent before. */
function deedsOf({ team }: DecisionInput, { memory, effects }: Decision): string[] {
  const stay = memory.held === undefined ? [] : [`leave it where it is, because ${memory.held}`];
  const inOrder = effects.toSorted((a, b) => Number(b.kind === 'move') - Number(a.kind === 'move'));
  return [...stay, ...inOrder.flatMap((effect) => deed(effect, team) ?? [])];
}

function deed(effect: Effect, team: DecisionInput['team']): string | undefined {
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
        : 'remove the label of tickets that may start';
    case 'log':
      return 'record a decision';
    // The card is written together with the comment.
    case 'card':
      return undefined;
  }
}

function whyNothing({ issue }: DecisionInput, { result }: Decision): string {
  const { type, name } = issue.state;
  if (beforeWork.has(type)) return `it is in “${name}”, and is checked when work on it starts`;
  if (type === 'canceled' || type === 'duplicate') return `it is in “${name}”`;
  if (result.tree.status === 'skipped') return result.tree.reason;
  if (result.watched.length > 0) return 'it passes, because the rules that fail are only in shadow mode';
  return result.verdict === 'pass' ? 'it passes' : 'its comment already says what is missing';
}

const listed = (deeds: readonly string[]) => new Intl.ListFormat('en-GB').format(deeds);
