import fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { operatorPages, type OperatorPagesOptions } from './operator-pages.ts';
import { sessionMs } from './login/operator-session.ts';
import { busyState, calmState, noon, inMemoryView } from './testing/in-memory-view.ts';

const password = 'a long random value';
const own = { 'sec-fetch-site': 'same-origin' };
const letter = busyState.deadLetters[0]!.id;

const remembered = inMemoryView();
let now = noon;
let app: FastifyInstance;
let cookie: string;

async function serve(options: Partial<OperatorPagesOptions> = {}): Promise<FastifyInstance> {
  const served = fastify();
  const defaults = { view: remembered.view, login: { password }, publicUrl: 'http://gate.example' };
  await served.register(operatorPages({ ...defaults, now: () => now, ...options }));
  return served;
}

/** Pages for a single test. */
async function serveOther(options: Partial<OperatorPagesOptions>): Promise<FastifyInstance> {
  const other = await serve(options);
  onTestFinished(() => other.close());
  return other;
}

interface Sent {
  headers?: Record<string, string>;
  to?: FastifyInstance;
  from?: string;
}

/** A new address each time, since one address may not log in very often. */
let address = 1;

function post(url: string, form: Record<string, string>, sent: Sent = {}) {
  const { headers = { ...own, cookie }, to = app, from = `192.0.2.${(address += 1)}` } = sent;
  return to.inject({
    method: 'POST',
    url,
    remoteAddress: from,
    payload: new URLSearchParams(form).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
  });
}

const logIn = (given: string, next = '/', sent: Sent = {}) =>
  post('/login', { password: given, next }, { headers: own, ...sent });

const read = (url: string, as = cookie) => app.inject({ url, headers: { cookie: as } });

beforeAll(async () => {
  app = await serve();
  const { headers } = await logIn(password);
  [cookie = ''] = String(headers['set-cookie']).split(';');
});
afterAll(() => app.close());

beforeEach(() => {
  now = noon;
  remembered.state = busyState;
  remembered.rechecked.length = 0;
});

test.each(['', undefined])(
  'without a password (%j) the pages stay closed and name the variable to set',
  async (none) => {
    const closed = await serveOther({ login: { password: none } });

    for (const url of ['/', '/login', '/issues/ENG-1']) {
      const answer = await closed.inject(url);
      expect(answer.statusCode).toBe(503);
      expect(answer.body).toContain('Set OPERATOR_PASSWORD');
    }
    expect((await logIn('', '/', { to: closed })).statusCode).toBe(404);
    expect((await post('/dead-letters/retry', { id: letter, back: '/' }, { to: closed })).statusCode).toBe(
      404,
    );
  },
);

describe('the login', () => {
  test('is required, and leads on to the requested page', async () => {
    const { statusCode, headers } = await app.inject('/issues/ENG-2861?notice=retried');
    expect(statusCode).toBe(303);
    expect(headers.location).toBe('/login?next=%2Fissues%2FENG-2861');

    const form = await app.inject('/login?next=%2Fissues%2FENG-2861');
    expect(form.body).toContain('name="next" value="/issues/ENG-2861"');

    const right = await logIn(password, '/issues/ENG-2861');
    expect(right.statusCode).toBe(303);
    expect(right.headers.location).toBe('/issues/ENG-2861');
    expect(right.headers['set-cookie']).toMatch(
      /^gate=\d+\.[^;]+; Max-Age=43200; Path=\/; HttpOnly; SameSite=Strict$/,
    );
  });

  test('marks its cookie as secure when the service is reached over https', async () => {
    const to = await serveOther({ publicUrl: 'https://gate.example' });

    const { headers } = await logIn(password, '/', { to });

    expect(headers['set-cookie']).toMatch(/^__Host-gate=.+; Path=\/; HttpOnly; Secure; SameSite=Strict$/);
  });

  test.each([
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '/issues/../logout',
    'ENG-1',
    '/issues/ENG-1"><script>',
  ])('redirects nowhere else: %s', async (next) => {
    expect((await logIn(password, next)).headers.location).toBe('/');
    expect((await app.inject({ url: '/login', query: { next } })).body).toContain('name="next" value="/"');
  });

  test('rejects a wrong password and says so beside the field', async () => {
    const { statusCode, headers, body } = await logIn('wrong');

    expect(statusCode).toBe(401);
    expect(headers['set-cookie']).toBeUndefined();
    expect(body).toMatch(/role="alert"[^>]*>\s*Wrong password/);
    expect(body).toContain('aria-describedby="problem"');
  });

  test('rate-limits an address that tries many passwords, and no other', async () => {
    const from = '198.51.100.1';
    for (let tries = 0; tries < 10; tries += 1) {
      expect((await logIn(`guess ${tries}`, '/', { from })).statusCode).toBe(401);
    }

    const refused = await logIn(password, '/', { from });

    expect(refused.statusCode).toBe(429);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(refused.body).toMatch(/Try again in \d minutes/);
    expect((await logIn(password, '/', { from: '198.51.100.2' })).statusCode).toBe(303);
  });

  test('ends after twelve hours', async () => {
    now += sessionMs - 1;
    expect((await read('/')).statusCode).toBe(200);
    now += 1;
    expect((await read('/')).headers.location).toBe('/login?next=%2F');
  });

  test.each(['gate=', `gate=${noon + sessionMs}`, `gate=${noon + sessionMs}.Zm9yZ2Vk`, '__Host-gate=1.2'])(
    'rejects a forged cookie: %s',
    async (forged) => {
      expect((await read('/', forged)).statusCode).toBe(303);
      expect((await read('/issues/ENG-2861', forged)).statusCode).toBe(303);
      const answer = await post(
        '/dead-letters/retry',
        { id: letter, back: '/' },
        { headers: { ...own, cookie: forged } },
      );
      expect(answer.headers.location).toBe('/login?next=%2F');
      expect(remembered.state.deadLetters).toHaveLength(1);
    },
  );

  test('ends with a logout', async () => {
    const { headers } = await post('/logout', {});

    expect(headers.location).toBe('/login');
    expect(headers['set-cookie']).toMatch(/^gate=; Max-Age=0; .*HttpOnly/);
  });

  test('is not repeated after a link from Linear: the cookie arrives with the next step', async () => {
    const answer = await app.inject({ url: '/issues/ENG-2861', headers: { 'sec-fetch-site': 'cross-site' } });

    expect(answer.statusCode).toBe(200);
    expect(answer.body).toContain('http-equiv="refresh" content="0; url=/issues/ENG-2861"');
    expect(answer.body).not.toContain('Console');
  });
});

describe('a request that changes something', () => {
  test.each([
    { from: 'another site', headers: { 'sec-fetch-site': 'cross-site' } },
    { from: 'a sister site', headers: { 'sec-fetch-site': 'same-site' } },
    { from: 'another origin', headers: { origin: 'https://evil.example' } },
    { from: 'nowhere', headers: {} },
  ])('is refused from $from', async ({ headers }) => {
    const form = { id: letter, issueId: 'any', back: '/', password, next: '/' };
    for (const url of ['/dead-letters/retry', '/issues/ENG-2861/recheck', '/logout', '/login']) {
      const answer = await post(url, form, { headers: { ...headers, cookie } });
      expect(answer.statusCode).toBe(403);
      expect(answer.headers['set-cookie']).toBeUndefined();
    }
    expect(remembered.state.deadLetters).toHaveLength(1);
    expect(remembered.rechecked).toEqual([]);
  });

  test('retries a dead letter once, and reports the outcome', async () => {
    const retry = () => post('/dead-letters/retry', { id: letter, back: '/issues/ENG-2833' });

    const first = await retry();
    expect(first.headers.location).toBe('/issues/ENG-2833?notice=retried');
    expect(remembered.state.deadLetters).toEqual([]);
    expect((await read(String(first.headers.location))).body).toContain('back in the queue');

    const second = await retry();
    expect((await read(String(second.headers.location))).body).toContain('no longer a dead letter');
  });

  test('has a ticket judged again', async () => {
    const { issueId } = busyState.blocked[0]!;

    const known = await post('/issues/ENG-2861/recheck', { issueId });
    const unknown = await post('/issues/ENG-2861/recheck', { issueId: 'another' });

    expect(known.headers.location).toBe('/issues/ENG-2861?notice=rechecked');
    expect(unknown.headers.location).toBe('/issues/ENG-2861?notice=unknown');
    expect(remembered.rechecked).toEqual([issueId, 'another']);
  });

  test('that no button sends is answered with an explanation', async () => {
    const answer = await post('/dead-letters/retry', { back: '/' });

    expect(answer.statusCode).toBe(400);
    expect(answer.body).toContain('buttons of these pages');
  });
});

describe('the overview', () => {
  test('shows what is held up and why, questions, overrides, dead letters, budget and policy', async () => {
    const { body } = await read('/');

    for (const shown of [
      'Tickets are passing unjudged.',
      'Show when a token ends in the token table',
      'the front page of a design tool',
      '<bdi>Dana Whitfield, by hand</bdi>',
      'it was moved back once for this cause',
      'The mock follows the customer’s workshop',
      '2026-12-04',
      'Probst, Preston',
      'the token may not write in the team Field',
      '640 of 5,000 left',
      'Paused after “unavailable”',
      '3f9c1a7e',
      'did you mean ‘enforce’?',
      'datetime="2026-11-30T09:55:00.000Z"',
    ]) {
      expect(body).toContain(shown);
    }
  });

  test('explains itself when there is nothing to show', async () => {
    remembered.state = calmState;

    const { body } = await read('/');

    expect(body).toContain('No ticket is held up.');
    expect(body).toContain('No rule is lifted for any ticket.');
    expect(body).not.toMatch(/undefined|NaN|role="alert"|<table/);
  });

  test('counts all entries of a section and shows only as many as are useful', async () => {
    const ticket = busyState.blocked[0]!;
    const blocked = Array.from({ length: 300 }, (_, index) => ({ ...ticket, identifier: `ENG-${index}` }));
    remembered.state = { ...calmState, blocked };

    const { body } = await read('/');

    expect(body).toContain('300 blocked, 0 advised');
    expect(body).toContain('The first 200 are shown.');
    expect(body.match(/<h3>/g)).toHaveLength(200);
  });

  test('escapes whatever a ticket, a person or the policy says', async () => {
    const hostile = `"'><script>alert(1)</script><img src=x onerror=alert(1)>`;
    const ours = new Set(['verdict', 'stage', 'kind', 'identifier']);
    remembered.state = JSON.parse(
      JSON.stringify(busyState, (key, value: unknown) =>
        typeof value === 'string' && !ours.has(key) ? hostile : value,
      ),
    ) as typeof busyState;

    for (const url of ['/', '/issues/ENG-2861', '/issues/ENG-2833', '/issues/ENG-2790']) {
      const { body } = await read(url);
      expect(body).toContain('&lt;script&gt;');
      expect(body).not.toMatch(/<script|<img src=x|"'>/);
    }
  });

  test('links only to the web', async () => {
    const ticket = { ...busyState.blocked[0]!, url: 'javascript:alert(1)' };
    remembered.state = { ...busyState, blocked: [ticket] };

    expect((await read('/issues/ENG-2861')).body).not.toContain('javascript:');
  });

  test('is never cached, and allows no script, frame or foreign resource', async () => {
    const { headers } = await read('/');

    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
    });
    expect(headers['content-security-policy']).toMatch(
      /^default-src 'none'; style-src 'self'; img-src 'self';/,
    );
  });

  test('says that the state cannot be read, without quoting the error', async () => {
    const queue = () => Promise.reject(new Error('connect ECONNREFUSED 10.0.0.7'));
    const broken = await serveOther({ view: { ...remembered.view, queue } });

    const answer = await broken.inject({ url: '/', headers: { cookie } });

    expect(answer.statusCode).toBe(503);
    expect(answer.body).toContain('could not read its state');
    expect(answer.body).not.toContain('10.0.0.7');
  });
});

describe('the page of a ticket', () => {
  test('shows its reasons, a button to recheck it, and a link to Linear', async () => {
    const { body } = await read('/issues/eng-2861');

    expect(body).toContain('no target number was found');
    expect(body).toContain('action="/issues/ENG-2861/recheck"');
    expect(body).toContain('href="https://linear.app/kamiwaza/issue/ENG-2861"');
    expect(body).not.toContain('DATA-119');
  });

  test('says so when there is nothing against the ticket', async () => {
    const answer = await read('/issues/ENG-1');

    expect(answer.statusCode).toBe(200);
    expect(answer.body).toContain('has nothing against this ticket');
    expect(answer.body).toContain('Tickets are passing unjudged.');
  });

  test('does not exist for a malformed identifier', async () => {
    expect((await read('/issues/no-ticket')).statusCode).toBe(404);
  });
});
