import { z } from 'zod';

/** A ticket identifier in Linear: the team's key and a number. */
export const identifierPattern = /^[A-Z][A-Z0-9_]{0,15}-\d{1,9}$/;

/**
 * A path to redirect to after login. Anything but a page of the gate becomes `/`, so that no redirect leaves the site.
 */
export const redirectPath = z
  .string()
  .refine((path) => path === '/' || (path.startsWith('/issues/') && identifierPattern.test(path.slice(8))))
  .catch('/');
