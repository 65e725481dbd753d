import type { Actor, IssueSnapshot } from '@uat/linear';

/** Who or what moved a card. */
export type Mover =
  | { readonly kind: 'person'; readonly id: string; readonly name: string }
  /** Git automation, which acts with the token of a person, or a bot of a code host. */
  | { readonly kind: 'git'; readonly id: string; readonly name: string }
  /** An automation of Linear's, another app, or a script that undoes what the gate did. */
  | { readonly kind: 'automation'; readonly id: string; readonly name: string }
  | { readonly kind: 'gate'; readonly id: string; readonly name: string }
  | { readonly kind: 'unknown'; readonly id: string; readonly name: string };

/** What is known about a move beside the name that Linear gives. */
export interface MoveSigns {
  readonly by: Actor;
  readonly at: number;
  /** The user that the gate's own token stands for. */
  readonly selfId: string;
  readonly attachments: IssueSnapshot['attachments'];
  /** Other issues that the same actor moved within a second. */
  readonly companions: number;
  /** When the gate moved this card back from the same state, undoing a move of the same actor. */
  readonly undoneAt: number | undefined;
}

/** A pull request or branch is linked within seconds of the move that its automation makes. */
const gitMs = 15_000;

/** Faster than a person reads the comment that explains why the card went back. */
const pullBackMs = 30_000;

/**
 * Who moved a card. Linear names the person whose token was used, so git automation shows only by its traces: a pull
 * request that was linked at the same time, or several cards moved at once.
 */
export function moverOf({ by, at, selfId, attachments, companions, undoneAt }: MoveSigns): Mover {
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
