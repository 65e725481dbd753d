import { z } from 'zod';

/** How Linear names a ticket: the team's key and a number. */
export const identifierPattern = /^[A-Z][A-Z0-9_]{0,15}-\d{1,9}$/;

/** A page of ours to go on to. What a form or a link says otherwise leads to the first page, never to another site. */
export const ownPath = z
  .string()
  .refine((path) => path === '/' || (path.startsWith('/issues/') && identifierPattern.test(path.slice(8))))
  .catch('/');
