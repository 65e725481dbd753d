import type { Actor, IssueSnapshot } from '@uat/linear';

/** Who or what moved a card. */
export type Mover =
  | { readonly kind: 'person'; readonly id: string; readonly name: string }
  /** Git automation, which acts with a person's token, or the bot of a code host. */
  | { readonly kind: 'git'; readonly id: string; readonly name: string }
  /** A Linear automation, another app, or a script that undoes what the gate did. */
  | { readonly kind: 'automation'; readonly id: string; readonly name: string }
  | { readonly kind: 'gate'; readonly id: string; readonly name: string }
  | { readonly kind: 'unknown'; readonly id: string; readonly name: string };

/** The evidence about a move, beyond the name that Linear gives. */
export interface MoveEvidence {
  readonly by: Actor;
  readonly at: number;
  /** Id of the user that the gate's token belongs to. */
  readonly selfId: string;
  readonly attachments: IssueSnapshot['attachments'];
  /** Number of other issues that the same actor moved within a second. */
  readonly companions: number;
  /** When the gate last reverted a move by the same actor on this card, in milliseconds since 1970. */
  readonly undoneAt: number | undefined;
}

/** How close together git automation links a pull request or branch and moves the card. */
const gitMs = 15_000;

/** Faster than a person can read the comment that explains why the card went back. */
const pullBackMs = 30_000;

/**
 * Tells who moved a card. Linear names the person whose token was used, so git automation can only be recognised by its
 * traces: a pull request linked at the same time, or several cards moved at once.
 */
export function identifyMover({ by, at, selfId, attachments, companions, undoneAt }: MoveEvidence): Mover {
  if (by.kind === 'unknown')
    return { kind: 'unknown', id: 'unknown', name: 'an account that Linear does not name' };
  if (by.kind === 'bot') {
    const name = by.name ?? by.type;
    return { kind: isGit(by.type) || isGit(by.subType) ? 'git' : 'automation', id: by.id ?? by.type, name };
  }
  if (by.id === selfId) return { kind: by.kind === 'app' ? 'gate' : 'person', id: by.id, name: by.name };
  if (by.kind === 'app') return { kind: 'automation', id: by.id, name: by.name };
  if (undoneAt !== undefined && at - undoneAt < pullBackMs) {
    return { kind: 'automation', id: by.id, name: `an automation with the token of ${by.name}` };
  }
  const linked = attachments.some(
    ({ sourceType, updatedAt }) => isGit(sourceType) && Math.abs(Date.parse(updatedAt) - at) < gitMs,
  );
  if (linked || companions > 0) {
    return { kind: 'git', id: by.id, name: `git automation with the token of ${by.name}` };
  }
  return { kind: 'person', id: by.id, name: by.name };
}

const isGit = (type: string | undefined) => type !== undefined && /git|bitbucket/i.test(type);
