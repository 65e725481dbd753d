import { journal } from '@uat/core';
import type { ApiResponse } from '@uat/sdk';
import { z } from 'zod';

const sessionSchema = z.object({
  /** Begun with a name and a password, or renewed with the refresh token of an earlier one. */
  event: z.enum(['begun', 'renewed']),
  access: z.string(),
  refresh: z.string().optional(),
  /** All cookies of the browser that signed in, as a header, which its identity provider needs. */
  cookies: z.string().optional(),
});

/** The tokens of a session that the run itself began on the target; never credentials that a person supplied. */
export type ObtainedSession = z.infer<typeof sessionSchema>;

const tokensSchema = z.object({ access_token: z.string(), refresh_token: z.string().nullish() });

/** The session that an API response issued; undefined if it issued none. */
export function sessionIn({
  path,
  status,
  body,
}: Pick<ApiResponse, 'path' | 'status' | 'body'>): ObtainedSession | undefined {
  const event = path === '/auth/token' ? 'begun' : path === '/auth/refresh' ? 'renewed' : undefined;
  if (event === undefined || status >= 300) return undefined;
  const tokens = tokensSchema.safeParse(body);
  if (!tokens.success) return undefined;
  const { access_token: access, refresh_token: refresh } = tokens.data;
  return { event, access, ...(refresh ? { refresh } : {}) };
}

/** The session of a browser's cookies; undefined without a signed-in user. */
export function sessionInCookies(
  cookies: readonly { name: string; value: string }[],
): ObtainedSession | undefined {
  const valueOf = (name: string) => cookies.find((one) => one.name === name)?.value;
  const [access, refresh] = [valueOf('access_token'), valueOf('refresh_token')];
  if (!access) return undefined;
  const header = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  return { event: 'begun', access, ...(refresh ? { refresh } : {}), cookies: header };
}

/** Records a session, to be ended with the run, in a file that only this user can read. */
export function recordSession(file: string, session: ObtainedSession): void {
  journal(file, sessionSchema).append(session);
}

/** The sessions recorded so far; none without a file. A line cut off by a crash is left out. */
export function recordedSessions(file: string): ObtainedSession[] {
  return journal(file, sessionSchema).read().entries;
}
