/** The platform's rule for passwords. */
export const passwordRule = 'At least 12 characters.';

/** The problem with a new password, or null. Counts characters as the platform does. */
export function passwordProblem(password: string): string | null {
  const missing = 12 - password.length;
  if (missing <= 0) return null;
  return `${missing} ${missing === 1 ? 'character' : 'characters'} short: a password has at least 12.`;
}
