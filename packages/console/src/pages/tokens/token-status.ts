import type { Pat } from '../../api/answers.ts';

/** The status of a token: valid, or the reason why not. */
export function tokenStatus({ revoked, exp }: Pat, now = Date.now()): 'Active' | 'Expired' | 'Revoked' {
  if (revoked) return 'Revoked';
  return exp != null && exp * 1000 <= now ? 'Expired' : 'Active';
}

/** The display name of a token, which may have none. */
export function tokenName({ name, jti }: Pat): string {
  return name?.trim() || `Unnamed token ${jti.slice(0, 8)}`;
}

/** Valid tokens first, then the newest. */
export function inOrder(pats: Pat[], now = Date.now()): Pat[] {
  const rank = (pat: Pat) => (tokenStatus(pat, now) === 'Active' ? 0 : 1);
  return pats.toSorted(
    (one, other) => rank(one) - rank(other) || other.created_at.localeCompare(one.created_at),
  );
}
