import type { Pat } from '../../api/answers.ts';

/** Whether a token works, and otherwise why it does not. */
export function tokenStatus({ revoked, exp }: Pat, now = Date.now()): 'Active' | 'Expired' | 'Revoked' {
  if (revoked) return 'Revoked';
  return exp != null && exp * 1000 <= now ? 'Expired' : 'Active';
}

/** What a token is called on the page: a name is not required of it. */
export function tokenName({ name, jti }: Pat): string {
  return name?.trim() || `Unnamed token ${jti.slice(0, 8)}`;
}

/** Tokens that work first, and among equals the newest. */
export function inOrder(pats: Pat[], now = Date.now()): Pat[] {
  const rank = (pat: Pat) => (tokenStatus(pat, now) === 'Active' ? 0 : 1);
  return pats.toSorted(
    (one, other) => rank(one) - rank(other) || other.created_at.localeCompare(one.created_at),
  );
}
