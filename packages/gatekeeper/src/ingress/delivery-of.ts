import { type VerifiedWebhook, previousStateId } from '@uat/linear';
import type { Delivery, Hint } from '../store/inbox.ts';

/** States in which the gate may act. */
const ofInterest = new Set(['started', 'completed']);

/** Hints that arrive within this time are handled together. */
const quietMs = 1_000;

/**
 * Extracts what to store of an accepted webhook. Its data only tells whether the issue may be of interest; the issue
 * itself is read from Linear.
 * @param watchesAll whether tickets are also judged before they start, to keep their label up to date
 */
export function deliveryOf(
  { deliveryId, bodyHash, event }: Extract<VerifiedWebhook, { kind: 'accepted' }>,
  now: number,
  watchesAll: boolean,
): Delivery {
  const kind = event.kind === 'unknown' ? `unknown ${event.type?.slice(0, 40) ?? ''}`.trim() : event.kind;
  const kept = { deliveryId, bodyHash, kind, receivedAt: now };
  const hint = (on: Hint['on'], id: string, isNews: boolean): Hint => ({
    on,
    id,
    isNews,
    dueAt: now + quietMs,
  });
  switch (event.kind) {
    case 'Issue': {
      const { id, state, updatedAt } = event.data;
      const actorId = previousStateId(event) === undefined ? undefined : event.actor?.id;
      return {
        ...kept,
        hint: hint('issue', id, watchesAll || ofInterest.has(state.type)),
        move: actorId === undefined ? undefined : { issueId: id, actorId, at: Date.parse(updatedAt) },
      };
    }
    case 'Comment': {
      const { issueId, body } = event.data;
      const isCommand = /^\s*\/(?:gate|decide)\b/i.test(body);
      return {
        ...kept,
        hint: issueId === undefined ? undefined : hint('issue', issueId, isCommand),
        move: undefined,
      };
    }
    case 'Attachment':
      return { ...kept, hint: hint('issue', event.data.issueId, false), move: undefined };
    case 'Document':
      return { ...kept, hint: hint('document', event.data.id, false), move: undefined };
    case 'IssueSLA':
      return { ...kept, hint: hint('issue', event.issueData.id, false), move: undefined };
    default:
      return { ...kept, hint: undefined, move: undefined };
  }
}
