import { createKamiwaza } from '@uat/sdk';
import { decodeJwt } from 'jose';
import pMap from 'p-map';
import type { ObtainedSession } from './obtained-session.ts';

export interface EndSessionsOptions {
  /** The target. */
  baseUrl: string;
  /** The time limit for all of them, in milliseconds. */
  withinMs: number;
}

/** Concurrent requests: a target limits the rate per address. */
const concurrency = 8;
/** More consecutive redirects than a sign-out takes. */
const maxRedirects = 5;

/**
 * Signs out of the sessions that a run began, at the target and, for browsers, at its identity provider, so that a leaked
 * token is worthless. No other session is ended. Gives the number of sessions that may still exist because the target
 * failed or did not respond in time; sessions that had ended before do not count.
 */
export async function endSessions(
  sessions: readonly ObtainedSession[],
  { baseUrl, withinMs }: EndSessionsOptions,
): Promise<number> {
  const signal = AbortSignal.timeout(withinMs);
  const ended = await pMap(latest(sessions), (session) => end(session, baseUrl, signal).catch(() => false), {
    concurrency,
  });
  return ended.filter((one) => !one).length;
}

/** The newest tokens of each session, without those renewed from a session that the run did not begin. */
export function latest(sessions: readonly ObtainedSession[]): ObtainedSession[] {
  const known = new Map<string, ObtainedSession>();
  for (const session of sessions) {
    const id = idOf(session);
    const before = known.get(id);
    if (session.event === 'renewed' && before === undefined) continue;
    known.set(id, { ...before, ...session });
  }
  return [...known.values()];
}

/** The id of a token's session; an opaque token counts as a session of its own. */
function idOf({ access }: ObtainedSession): string {
  try {
    const { sid } = decodeJwt(access);
    return typeof sid === 'string' ? sid : access;
  } catch {
    return access;
  }
}

async function end(session: ObtainedSession, baseUrl: string, signal: AbortSignal): Promise<boolean> {
  const { refresh, cookies } = session;
  const first = await signOut(session, baseUrl, signal);
  if (cookies !== undefined && first.frontChannel !== undefined)
    await follow(new URL(first.frontChannel, baseUrl), new URL(baseUrl).origin, cookies, signal);
  if (first.ended || refresh === undefined) return first.responded;
  // Either the access token has expired or the session has ended; the refresh token shows which.
  const { status, body } = await createKamiwaza({ baseUrl: `${baseUrl}/api` }).auth.refresh(
    { refreshToken: refresh },
    { signal },
  ).response;
  if (status >= 500) return false;
  const renewed =
    typeof body === 'object' && body !== null && 'access_token' in body ? body.access_token : undefined;
  if (typeof renewed !== 'string') return first.responded;
  return (await signOut({ ...session, access: renewed }, baseUrl, signal)).responded;
}

interface SignedOut {
  /** The target responded without a failure. */
  responded: boolean;
  /** The target confirmed that it ended a session. */
  ended: boolean;
  /** The address at which a browser ends the session of the identity provider. */
  frontChannel: string | undefined;
}

async function signOut(
  { access, refresh, cookies }: ObtainedSession,
  baseUrl: string,
  signal: AbortSignal,
): Promise<SignedOut> {
  const cookie =
    cookies ??
    [`access_token=${access}`, ...(refresh === undefined ? [] : [`refresh_token=${refresh}`])].join('; ');
  const client = createKamiwaza({ baseUrl: `${baseUrl}/api`, credentials: { kind: 'token', token: access } });
  const { status, body } = await client.auth.logout({ headers: { cookie }, signal }).response;
  const fields: Partial<Record<string, unknown>> =
    typeof body === 'object' && body !== null ? { ...body } : {};
  const address = fields['front_channel_logout_url'];
  return {
    responded: status < 500 && status !== 429,
    ended: status < 300 && fields['session_termination_requested'] !== false,
    frontChannel: typeof address === 'string' ? address : undefined,
  };
}

/** Follows redirects as a browser would, but never to another origin, since the cookies are the target's. */
async function follow(address: URL, origin: string, cookie: string, signal: AbortSignal): Promise<void> {
  let next: URL | null = address;
  for (let steps = 0; steps < maxRedirects && next?.origin === origin; steps += 1) {
    const response: Response = await fetch(next, { headers: { cookie }, redirect: 'manual', signal });
    const location = response.headers.get('location');
    next = location === null ? null : URL.parse(location, next);
  }
}
