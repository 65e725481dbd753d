import { object, string } from 'zod/mini';
import { expect, test, vi } from 'vitest';
import { createApi } from './api.ts';

const thing = object({ name: string() });

/** A platform that accepts one access token at a time and hands out the next one on refresh. */
function platform({ refuses = false, lifetime = 900 } = {}) {
  const calls: string[] = [];
  let valid = 0;
  const send: typeof fetch = async (input, init) => {
    const url = input instanceof Request ? input.url : input.toString();
    const bearer = new Headers(init?.headers).get('authorization');
    calls.push(`${init?.method ?? 'GET'} ${url} ${bearer ?? '-'}`);
    await Promise.resolve();
    if (url === '/api/auth/refresh') {
      if (refuses) return Response.json({ detail: 'Not authenticated' }, { status: 401 });
      valid += 1;
      return Response.json({ access_token: `t${valid}`, expires_in: lifetime });
    }
    if (bearer !== `Bearer t${valid}`) return Response.json({ detail: 'Not authenticated' }, { status: 401 });
    if (url === '/api/forbidden') return Response.json({ detail: 'Not authorized' }, { status: 403 });
    if (url === '/api/gated') return Response.json({ detail: 'Its terms are not accepted' }, { status: 401 });
    if (url === '/api/page')
      return new Response('<html></html>', { headers: { 'content-type': 'text/html' } });
    return Response.json({ name: url });
  };
  return { send, calls, expire: () => void (valid += 1) };
}

test('an expired token is renewed once for all requests that met it', async () => {
  const { send, calls, expire } = platform();
  const api = createApi(send);
  await api.refresh();
  expire();

  const answers = await Promise.all(['/a', '/b', '/c'].map((path) => api.request(path, thing)));

  expect(answers.map(({ kind }) => kind)).toEqual(['ok', 'ok', 'ok']);
  expect(calls.filter((call) => call.includes('/auth/refresh'))).toHaveLength(2);
});

test('a token near its end is renewed before a request is refused', async () => {
  vi.useFakeTimers();
  try {
    const { send, calls } = platform({ lifetime: 60 });
    const api = createApi(send);
    await api.refresh();
    await api.request('/a', thing);
    vi.advanceTimersByTime(41_000);
    await api.request('/b', thing);

    expect(calls.slice(1)).toEqual([
      'GET /api/a Bearer t1',
      'POST /api/auth/refresh -',
      'GET /api/b Bearer t2',
    ]);
  } finally {
    vi.useRealTimers();
  }
});

test('a session the platform ended is signed out after one try', async () => {
  const { send, calls } = platform({ refuses: true });

  expect(await createApi(send).request('/a', thing)).toEqual({ kind: 'signed-out' });
  expect(calls).toEqual(['GET /api/a -', 'POST /api/auth/refresh -']);
});

test('what is refused to a new token too is a failure, and no sign-out', async () => {
  const { send } = platform();
  const api = createApi(send);
  await api.refresh();

  expect(await api.request('/gated', thing)).toEqual({
    kind: 'failed',
    message: 'Its terms are not accepted.',
  });
});

test('an answer outside of the API is asked for with the token, and given unread', async () => {
  const { send, calls } = platform();
  const api = createApi(send);
  await api.refresh();
  const { signal } = new AbortController();

  const answer = await api.open('/runtime/models/m/v1/chat/completions', { method: 'POST', signal });

  expect(calls[1]).toBe('POST /runtime/models/m/v1/chat/completions Bearer t1');
  expect(answer.kind === 'ok' && answer.data.bodyUsed).toBe(false);
});

test('a forgotten token is not sent again', async () => {
  const { send, calls } = platform();
  const api = createApi(send);
  await api.refresh();
  api.forget();
  await api.request('/a', thing);

  expect(calls[1]).toBe('GET /api/a -');
});

test('a refusal by role is told apart from a missing session', async () => {
  expect(await createApi(platform().send).request('/forbidden', thing)).toEqual({ kind: 'denied' });
});

test('a page where JSON belongs is a failure, said in a sentence', async () => {
  expect(await createApi(platform().send).request('/page', thing)).toEqual({
    kind: 'failed',
    message: "The platform's answer to /api/page is not what the console expects.",
  });
});

test('no answer at all is a failure, not a sign-out', async () => {
  const api = createApi(() => Promise.reject(new TypeError('fetch failed')));

  expect((await api.refresh()).kind).toBe('failed');
});
