/** The platform's one rule for passwords, said before it is broken. */
export const passwordRule = 'At least 12 characters.';

/** What is wrong with a new password, or null. Characters are counted as the platform counts them. */
export function passwordProblem(password: string): string | null {
  const missing = 12 - password.length;
  if (missing <= 0) return null;
  return `${missing} ${missing === 1 ? 'character' : 'characters'} short: a password has at least 12.`;
}
