import { type VerifiedWebhook, previousStateId } from '@uat/linear';
import type { Delivery, Hint } from '../store/inbox.ts';

/** States in which the gate has something to say. */
const ofInterest = new Set(['started', 'completed']);

/** Hints that come together are answered together. */
const quietMs = 1_000;

/**
 * What is to be kept of an accepted webhook. Its data is used only to tell whether the issue may be of interest; what the
 * issue says is read from Linear.
 * @param watchesAll whether tickets are judged before they start, too, to keep their label true
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
