import type { Answered } from './proxied-platform.ts';
import { asking, isRequest, jsonAnswer, type ProxyDefect, rewritten } from './proxy-defect.ts';

const user = /^\/api\/auth\/users\/[0-9a-f-]{36}$/;

/** What a proxy breaks of signing in, users and tokens. */
export const authnzDefects: ProxyDefect[] = [
  {
    what: 'the answer of /auth/users/me is cached for two seconds, whoever asks',
    middle: () => {
      let kept: { answer: Answered; until: number } | undefined;
      return async (asked, onward) => {
        if (!isRequest(asked, 'GET', /^\/api\/auth\/users\/me$/)) return onward(asked);
        if (kept && kept.until > Date.now()) return kept.answer;
        const answer = await onward(asked);
        if (answer.status === 200) kept = { answer, until: Date.now() + 2_000 };
        return answer;
      };
    },
  },
  {
    what: 'a revocation of a token takes effect three seconds after it was confirmed',
    middle: () => async (asked, onward) => {
      if (!isRequest(asked, 'DELETE', /^\/api\/auth\/pats\//)) return onward(asked);
      setTimeout(() => void onward(asked).catch(() => undefined), 3_000);
      return jsonAnswer(200, { revoked: true });
    },
  },
  {
    what: 'refusals come as pages instead of JSON',
    middle: () => async (asked, onward) => {
      const answer = await onward(asked);
      if (!asked.path.startsWith('/api/') || (answer.status !== 401 && answer.status !== 403)) return answer;
      const body = Buffer.from(`<html><h1>${answer.status}</h1></html>`);
      return { ...answer, headers: { ...answer.headers, 'content-type': 'text/html' }, body };
    },
  },
  {
    what: 'a password that an administrator sets is dropped',
    middle: () => async (asked, onward) => {
      if (!isRequest(asked, 'POST', /^\/api\/auth\/users\/[0-9a-f-]{36}\/password$/)) return onward(asked);
      const path = asked.path.replace(/\/password$/, '');
      const { 'content-length': _, ...headers } = asked.headers;
      return onward({ ...asked, method: 'GET', path, headers, body: Buffer.alloc(0) });
    },
  },
  {
    what: 'the roles in a change of a user are dropped',
    middle: () => async (asked, onward) => {
      if (!isRequest(asked, 'PUT', user)) return onward(asked);
      const { roles: _, ...kept } = JSON.parse(asked.body.toString()) as { roles?: string[] };
      return onward(asking(asked, kept));
    },
  },
  {
    what: 'the list of users ends after two',
    middle: () => async (asked, onward) => {
      const answer = await onward(asked);
      if (!isRequest(asked, 'GET', /^\/api\/auth\/users\/?$/) || answer.status !== 200) return answer;
      return rewritten(answer, (all: unknown[]) => all.slice(0, 2));
    },
  },
  {
    what: 'cookies are not cleared when somebody signs out',
    middle: () => async (asked, onward) => {
      const answer = await onward(asked);
      if (!asked.path.startsWith('/api/auth/logout')) return answer;
      const { 'set-cookie': _, ...headers } = answer.headers;
      return { ...answer, headers };
    },
  },
  {
    what: 'the lifetime of a token comes as a text',
    middle: () => async (asked, onward) => {
      const answer = await onward(asked);
      if (!isRequest(asked, 'POST', /^\/api\/auth\/(token|refresh)$/) || answer.status !== 200) return answer;
      return rewritten(answer, (tokens: { expires_in: number }) => ({
        ...tokens,
        expires_in: String(tokens.expires_in),
      }));
    },
  },
  {
    what: 'a gateway that asks by POST hears no roles',
    middle: () => async (asked, onward) => {
      const answer = await onward(asked);
      if (!isRequest(asked, 'POST', /^\/api\/auth\/(forward\/)?validate/)) return answer;
      const { 'x-user-roles': _, ...headers } = answer.headers;
      return { ...answer, headers };
    },
  },
  {
    what: 'a viewer is told to be an administrator by whoami',
    middle: () => async (asked, onward) => {
      const answer = await onward(asked);
      if (!isRequest(asked, 'GET', /^\/api\/whoami$/) || answer.status !== 200) return answer;
      return rewritten(answer, (who: { roles: string[] }) => ({ ...who, roles: [...who.roles, 'admin'] }));
    },
  },
  {
    what: 'a request to make a token is sent twice',
    middle: () => async (asked, onward) => {
      if (isRequest(asked, 'POST', /^\/api\/auth\/pats$/)) await onward(asked);
      return onward(asked);
    },
  },
  {
    what: 'a deleted user is back after a second',
    middle: () => async (asked, onward) => {
      if (!isRequest(asked, 'DELETE', user)) return onward(asked);
      const { body } = await onward({ ...asked, method: 'GET' });
      return { ...jsonAnswer(200, {}), body };
    },
  },
];
