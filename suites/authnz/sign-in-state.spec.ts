import { covers, expect, test } from '@uat/fixtures';

const callback = '/api/auth/callback';

/** The same text with another character in place of the one at `index`, counted from the end when it is negative. */
const altered = (text: string, index: number) => {
  const [other = 'A'] = 'AB'.replace(text.at(index) ?? '', '');
  return Array.from(text).with(index, other).join('');
};

test.describe('the state of a sign-in', () => {
  test(
    'each sign-in has an unguessable state of its own',
    covers('ENG-8749', { catches: 'AX42b', severity: 'critical' }),
    async ({ httpSession }) => {
      const visitor = await httpSession();

      const starts = await Promise.all(Array.from({ length: 5 }, () => visitor.visit('/api/auth/login')));

      const states = starts.map(({ location }) => location?.searchParams.get('state') ?? '');
      expect(new Set(states).size).toBe(states.length);
      expect(Math.min(...states.map(({ length }) => length))).toBeGreaterThanOrEqual(32);
    },
  );

  test(
    'a code without a state opens no session',
    covers('ENG-8749', { severity: 'critical' }),
    async ({ httpSession, account }) => {
      const visitor = await httpSession();
      const { searchParams } = await visitor.obtainCallback(account('viewer'));

      const answer = await visitor.visit(
        `${callback}?${new URLSearchParams({ code: searchParams.get('code') ?? '' })}`,
      );

      expect(answer.status).toBe(400);
      expect((await visitor.visit('/api/auth/users/me')).status).toBe(401);
    },
  );

  test(
    'a state of which a letter was altered is refused',
    covers('ENG-8749', { catches: 'AX42', severity: 'critical' }),
    async ({ httpSession, account }) => {
      const visitor = await httpSession();
      const { searchParams } = await visitor.obtainCallback(account('viewer'));
      const [state, code] = [searchParams.get('state') ?? '', searchParams.get('code') ?? ''];

      const answers = await Promise.all(
        [altered(state, 1), altered(state, -9)].map((forged) =>
          visitor.visit(`${callback}?${new URLSearchParams({ code, state: forged })}`),
        ),
      );

      expect(answers.map(({ status }) => status)).toEqual([400, 400]);
      expect((await visitor.visit('/api/auth/users/me')).status).toBe(401);
    },
  );

  test(
    'a callback that was meant for one browser signs no other one in',
    covers('ENG-8749', { catches: 'AX43', severity: 'blocker' }),
    async ({ httpSession, account }) => {
      const visitor = await httpSession();
      const other = await httpSession();
      const stolen = await visitor.obtainCallback(account('viewer'));

      const strangers = await other.visit(stolen);

      expect(strangers.status).toBe(400);
      expect((await other.visit('/api/auth/users/me')).status).toBe(401);
      await visitor.follow(stolen);
      expect((await visitor.visit('/api/auth/users/me')).status).toBe(200);
    },
  );

  test(
    'a callback that was meant for one browser does not take the place of another one’s sign-in',
    covers('ENG-8749', { catches: 'AX43', severity: 'critical' }),
    async ({ httpSession, account }) => {
      const attacker = await httpSession();
      const victim = await httpSession();
      const forced = await attacker.obtainCallback(account('viewer'));
      await victim.startSignIn();

      const answer = await victim.visit(forced);

      expect(answer.status).toBe(400);
      expect((await victim.visit('/api/auth/users/me')).status).toBe(401);
    },
  );

  test(
    'a callback from the browser’s history signs no one in again',
    covers('ENG-8749', { catches: 'AX44', severity: 'critical' }),
    async ({ httpSession, account }) => {
      const visitor = await httpSession();
      const used = await visitor.obtainCallback(account('viewer'));
      await visitor.follow(used);

      const again = await visitor.visit(used);

      expect(again.status).toBe(400);
      expect(again.cookiesSet).not.toContain('access_token');
    },
  );

  test(
    'a code that was used is refused with the state of another sign-in too',
    covers('ENG-8749', { severity: 'critical' }),
    async ({ httpSession, account }) => {
      const visitor = await httpSession();
      const used = await visitor.obtainCallback(account('viewer'));
      await visitor.follow(used);
      const { location: next } = await visitor.visit('/api/auth/login');

      used.searchParams.set('state', next?.searchParams.get('state') ?? '');
      const answer = await visitor.visit(used);

      expect(answer.status).toBe(400);
    },
  );

  test(
    'a code that the realm never gave out is an error and not the start of another sign-in',
    covers('ENG-8749', { catches: 'A13', severity: 'critical' }),
    async ({ httpSession }) => {
      const visitor = await httpSession();
      const { location: question } = await visitor.visit('/api/auth/login');
      const state = question?.searchParams.get('state') ?? '';

      const answer = await visitor.visit(
        `${callback}?${new URLSearchParams({ code: 'never-given-out', state })}`,
      );

      expect(answer).toMatchObject({ status: 400, location: undefined });
      expect(JSON.parse(answer.text)).toEqual({ detail: expect.stringMatching(/\w+/) });
    },
  );

  test(
    'the request to the realm carries an S256 challenge of its own',
    covers('ENG-8749', { catches: 'AX45', severity: 'critical', requires: ['capability:pkce'] }),
    async ({ httpSession }) => {
      const visitor = await httpSession();

      const [one, other] = [await visitor.visit('/api/auth/login'), await visitor.visit('/api/auth/login')];

      expect(one.location?.searchParams.get('code_challenge_method')).toBe('S256');
      expect(one.location?.searchParams.get('code_challenge')).toMatch(/^[\w-]{43}$/);
      expect(one.location?.searchParams.get('code_challenge')).not.toBe(
        other.location?.searchParams.get('code_challenge'),
      );
    },
  );

  test(
    'a code is of no use to a sign-in that did not ask for it',
    covers('ENG-8749', { catches: 'AX45', severity: 'critical', requires: ['capability:pkce'] }),
    async ({ httpSession, account }) => {
      const attacker = await httpSession();
      const thief = await httpSession();
      const code = (await attacker.obtainCallback(account('viewer'))).searchParams.get('code') ?? '';
      const { location: question } = await thief.visit('/api/auth/login');
      const state = question?.searchParams.get('state') ?? '';

      const answer = await thief.visit(`${callback}?${new URLSearchParams({ code, state })}`);

      expect(answer.status).toBe(400);
      expect((await thief.visit('/api/auth/users/me')).status).toBe(401);
    },
  );
});
