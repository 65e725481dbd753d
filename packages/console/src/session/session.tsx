import { createContext, use, useCallback, useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import type { ZodMiniType } from 'zod/mini';
import { logoutAnswer, userAnswer } from '../api/answers.ts';
import type { User } from '../api/answers.ts';
import { createApi } from '../api/api.ts';
import type { Answer, Api, ApiRequest } from '../api/api.ts';
import { mayHoldSession, noteSession } from './session-hint.ts';
import { signInArrived } from './sign-in-start.ts';

export type Session =
  | { kind: 'loading' }
  | { kind: 'signed-out' }
  | { kind: 'signed-in'; user: User }
  | { kind: 'leaving' }
  | { kind: 'failed'; message: string };

interface SessionContextValue {
  session: Session;
  /** Sends a request as the signed-in user; ends the session here when the platform no longer accepts it. */
  request<T>(path: string, schema: ZodMiniType<T>, request?: ApiRequest): Promise<Answer<T>>;
  /** Sends a request to an address outside `/api` as the signed-in user, and returns the response as a stream. */
  open: Api['open'];
  /** Ends the session on the platform and at the provider. Returns a sentence on failure. */
  signOut(): Promise<string | null>;
  retry(): void;
}

const SessionContext = createContext<SessionContextValue | null>(null);

/** Restores the session from its cookies when the console loads, and provides it to every page. */
export function SessionProvider({ children }: { children: ReactNode }) {
  const [session, setSession] = useState<Session>({ kind: 'loading' });
  const [api] = useState(() => createApi());
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    let current = true;
    void restored(api).then((found) => {
      if (!current) return;
      if (found.kind === 'signed-in') {
        signInArrived();
        noteSession('held');
      }
      setSession(found);
    });
    return () => {
      current = false;
    };
  }, [api, attempt]);

  useEffect(() => {
    // "Back" after signing out must not bring a page of the old session out of the browser's memory.
    const reload = (event: PageTransitionEvent) => event.persisted && location.reload();
    addEventListener('pageshow', reload);
    return () => removeEventListener('pageshow', reload);
  }, []);

  const noted = useCallback(<T,>(answer: Answer<T>) => {
    if (answer.kind === 'signed-out') {
      noteSession('none');
      setSession((now) => (now.kind === 'leaving' ? now : { kind: 'signed-out' }));
    }
    return answer;
  }, []);
  const request = useCallback(
    async <T,>(path: string, schema: ZodMiniType<T>, init?: ApiRequest) =>
      noted(await api.request(path, schema, init)),
    [api, noted],
  );
  const open = useCallback<Api['open']>(async (...asked) => noted(await api.open(...asked)), [api, noted]);

  const signOut = useCallback(async () => {
    const answer = await api.request('/auth/logout', logoutAnswer, { method: 'POST' });
    if (answer.kind !== 'ok' && answer.kind !== 'signed-out') {
      return answer.kind === 'failed' ? answer.message : 'The platform refused to sign you out.';
    }
    api.forget();
    noteSession('none');
    setSession({ kind: 'leaving' });
    location.assign(frontChannel(answer.kind === 'ok' ? answer.data.front_channel_logout_url : null));
    return null;
  }, [api]);

  const retry = useCallback(() => {
    setSession({ kind: 'loading' });
    setAttempt((count) => count + 1);
  }, []);

  const value = useMemo(
    () => ({ session, request, open, signOut, retry }),
    [session, request, open, signOut, retry],
  );
  return <SessionContext value={value}>{children}</SessionContext>;
}

/** The session and its actions. */
export function useSession(): SessionContextValue {
  const value = use(SessionContext);
  if (value === null) throw new Error('useSession needs a SessionProvider above it.');
  return value;
}

/** The signed-in user; for use behind the sign-in only. */
export function useUser(): User {
  const { session } = useSession();
  if (session.kind !== 'signed-in')
    throw new Error('useUser needs a signed-in session; put the page behind Shell.');
  return session.user;
}

async function restored(api: ReturnType<typeof createApi>): Promise<Session> {
  if (!mayHoldSession(location)) return { kind: 'signed-out' };
  const refreshed = await api.refresh();
  const answer = refreshed.kind === 'ok' ? await api.request('/auth/users/me', userAnswer) : refreshed;
  switch (answer.kind) {
    case 'ok':
      return { kind: 'signed-in', user: answer.data };
    case 'signed-out':
      noteSession('none');
      return { kind: 'signed-out' };
    case 'failed':
      return { kind: 'failed', message: answer.message };
    default:
      return { kind: 'failed', message: 'The platform does not say who is signed in.' };
  }
}

/** Only http and https addresses are followed, so that a response cannot run a script. */
function frontChannel(asked: string | null | undefined): string {
  const url = asked && URL.canParse(asked, location.href) ? new URL(asked, location.href) : null;
  return url !== null && /^https?:$/.test(url.protocol) ? url.href : '/login';
}
