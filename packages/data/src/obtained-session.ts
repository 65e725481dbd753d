import { journal } from '@uat/core';
import type { Answer } from '@uat/sdk';
import { z } from 'zod';

const sessionSchema = z.object({
  /** Begun by a name and a password, or renewed by the refresh token of an earlier one. */
  event: z.enum(['begun', 'renewed']),
  access: z.string(),
  refresh: z.string().optional(),
  /** All cookies of the browser that signed in, as a header; its identity provider knows it by them. */
  cookies: z.string().optional(),
});

/** The tokens of a session that the run itself began on the target. Never what a person handed in. */
export type ObtainedSession = z.infer<typeof sessionSchema>;

const tokensSchema = z.object({ access_token: z.string(), refresh_token: z.string().nullish() });

/** The session that an answer of the API gave; undefined where it gave none. */
export function sessionIn({
  path,
  status,
  body,
}: Pick<Answer, 'path' | 'status' | 'body'>): ObtainedSession | undefined {
  const event = path === '/auth/token' ? 'begun' : path === '/auth/refresh' ? 'renewed' : undefined;
  if (event === undefined || status >= 300) return undefined;
  const tokens = tokensSchema.safeParse(body);
  if (!tokens.success) return undefined;
  const { access_token: access, refresh_token: refresh } = tokens.data;
  return { event, access, ...(refresh ? { refresh } : {}) };
}

/** The session that the cookies of a browser stand for; undefined where nobody is signed in. */
export function sessionInCookies(
  cookies: readonly { name: string; value: string }[],
): ObtainedSession | undefined {
  const valueOf = (name: string) => cookies.find((one) => one.name === name)?.value;
  const [access, refresh] = [valueOf('access_token'), valueOf('refresh_token')];
  if (!access) return undefined;
  const header = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  return { event: 'begun', access, ...(refresh ? { refresh } : {}), cookies: header };
}

/** Writes a session down for the end of the run, in a file that only this user can read. */
export function recordSession(file: string, session: ObtainedSession): void {
  journal(file, sessionSchema).append(session);
}

/** The sessions written down so far; none where there is no file. A line cut off by a crash is left out. */
export function recordedSessions(file: string): ObtainedSession[] {
  return journal(file, sessionSchema).read().entries;
}
