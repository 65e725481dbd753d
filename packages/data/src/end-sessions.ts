import { createKamiwaza } from '@uat/sdk';
import { decodeJwt } from 'jose';
import pMap from 'p-map';
import type { ObtainedSession } from './obtained-session.ts';

export interface EndSessionsOptions {
  /** The target. */
  baseUrl: string;
  /** How long all of it may take, in milliseconds. */
  withinMs: number;
}

/** Requests that are under way at a time: a target counts the calls of an address. */
const atOnce = 8;
/** More redirects in a row than signing out takes. */
const endless = 5;

/**
 * Signs out of the sessions that a run began, at the target and, for those of browsers, at its identity provider: a token
 * of theirs that leaks afterwards opens nothing. Nothing else is ended. Gives how many are left, because the target did
 * not answer in time or broke; one that had ended before is none of them.
 */
export async function endSessions(
  sessions: readonly ObtainedSession[],
  { baseUrl, withinMs }: EndSessionsOptions,
): Promise<number> {
  const signal = AbortSignal.timeout(withinMs);
  const ended = await pMap(latest(sessions), (session) => end(session, baseUrl, signal).catch(() => false), {
    concurrency: atOnce,
  });
  return ended.filter((one) => !one).length;
}

/** Of each session the newest tokens; what was renewed from a session that is not ours is left out. */
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

/** The session behind a token; a token that says nothing is one of its own. */
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
  if (first.ended || refresh === undefined) return first.answered;
  // The access token has expired, or the session has ended; its refresh token tells the two apart.
  const { status, body } = await createKamiwaza({ baseUrl: `${baseUrl}/api` }).auth.refresh(
    { refreshToken: refresh },
    { signal },
  ).answer;
  if (status >= 500) return false;
  const renewed =
    typeof body === 'object' && body !== null && 'access_token' in body ? body.access_token : undefined;
  if (typeof renewed !== 'string') return first.answered;
  return (await signOut({ ...session, access: renewed }, baseUrl, signal)).answered;
}

interface SignedOut {
  /** The target answered, and did not break. */
  answered: boolean;
  /** It says that it has ended a session. */
  ended: boolean;
  /** Where a browser has to go to end the session of the identity provider. */
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
  const { status, body } = await client.auth.logout({ headers: { cookie }, signal }).answer;
  const said: Partial<Record<string, unknown>> = typeof body === 'object' && body !== null ? { ...body } : {};
  const address = said['front_channel_logout_url'];
  return {
    answered: status < 500 && status !== 429,
    ended: status < 300 && said['session_termination_requested'] !== false,
    frontChannel: typeof address === 'string' ? address : undefined,
  };
}

/** Goes where a browser would be sent, but never to another origin: the cookies are the target's. */
async function follow(address: URL, origin: string, cookie: string, signal: AbortSignal): Promise<void> {
  let next: URL | null = address;
  for (let steps = 0; steps < endless && next?.origin === origin; steps += 1) {
    const answer: Response = await fetch(next, { headers: { cookie }, redirect: 'manual', signal });
    const location = answer.headers.get('location');
    next = location === null ? null : URL.parse(location, next);
  }
}
