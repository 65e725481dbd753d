import { covers, endsAtForm, expect, test } from '@uat/fixtures';

/** Addresses of somebody else, in the spellings by which they pass for a path of the platform. */
const foreignAddresses = [
  'https://evil.example/',
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '/.//evil.example',
  'https:evil.example',
  'http:/\\evil.example',
  '/%5Cevil.example',
  '%2F%2Fevil.example',
  'https%3A%2F%2Fevil.example%2F',
  'javascript:alert(1)',
  'data:text/html,hello',
];

/** Headers by which somebody between browser and platform might claim another address for it. */
const claimedHost = {
  'X-Forwarded-Host': 'evil.example',
  'X-Forwarded-Server': 'evil.example',
  'X-Original-Host': 'evil.example',
  Forwarded: 'host=evil.example;proto=https',
};

/** More redirects than these, from one page to the next, and something goes round in circles. */
const hops = 8;

test.describe('redirects of a sign-in', () => {
  test(
    'the way to the form and from there to the page is short and never leaves the target',
    covers('ENG-8749', { catches: ['A11', 'A13b'], severity: 'blocker' }),
    async ({ httpSession, account, target }) => {
      const visitor = await httpSession();

      const there = await visitor.startSignIn({ page: '/models?exact=1' });
      const back = await visitor.signIn(account('viewer'), { page: '/models?exact=1' });

      const addresses = [...there, ...back].flatMap(({ url, location }) => [url, location ?? url]);
      expect(addresses.map(({ origin }) => origin)).toEqual(addresses.map(() => target.url));
      expect(there.length, 'redirects to the form').toBeLessThanOrEqual(hops);
      expect(back.length, 'redirects to the page').toBeLessThanOrEqual(hops);
      expect(back.at(-1)?.url.href).toBe(`${target.url}/models?exact=1`);
    },
  );

  test(
    'a session begins with the sign-in and is the visitor’s own',
    covers('ENG-8749', { catches: ['A11', 'A12', 'A13b'], severity: 'blocker' }),
    async ({ httpSession, account }) => {
      const visitor = await httpSession();
      const stranger = await httpSession();
      await visitor.startSignIn();
      expect((await visitor.visit('/api/auth/users/me')).status).toBe(401);

      await visitor.signIn(account('viewer'));

      const me = await visitor.visit('/api/auth/users/me');
      expect(me.status).toBe(200);
      expect(JSON.parse(me.text)).toMatchObject({ username: account('viewer').username });
      expect((await stranger.visit('/api/auth/users/me')).status).toBe(401);
    },
  );

  test(
    'a page asked for by either name is where the sign-in ends',
    covers('ENG-8749', { severity: 'critical' }),
    async ({ httpSession, account, target }) => {
      const visitor = await httpSession();
      const first = await visitor.signIn(account('viewer'), { by: 'redirect', page: '/models?a=1#b' });

      const second = await visitor.startSignIn({ by: 'redirect_uri', page: '/models?a=2#b' });

      expect(first.at(-1)?.url.href).toBe(`${target.url}/models?a=1#b`);
      expect(second.at(-1)?.url.href).toBe(`${target.url}/models?a=2#b`);
    },
  );

  test(
    'a sign-in ends at no foreign address, however it is spelled',
    covers('ENG-8749', { catches: 'AX40', severity: 'critical' }),
    async ({ httpSession, account, target }) => {
      const visitor = await httpSession();
      await visitor.signIn(account('viewer'));

      const ends = await Promise.all(
        foreignAddresses.flatMap((page) =>
          (['redirect', 'redirect_uri'] as const).map(async (by) => {
            const way = await visitor.startSignIn({ by, page });
            return { by, page, ends: (way.at(-1)?.location ?? way.at(-1)?.url)?.origin };
          }),
        ),
      );

      expect(ends.filter(({ ends: origin }) => origin !== target.url)).toEqual([]);
      expect((await visitor.visit('/api/auth/users/me')).status).toBe(200);
    },
  );

  test(
    'a sign-out ends at no foreign address, however it is spelled',
    covers('ENG-6911', { catches: 'AX41', severity: 'critical' }),
    async ({ httpSession, target }) => {
      const visitor = await httpSession();

      const ends = await Promise.all(
        foreignAddresses.map(async (page) => {
          const way = await visitor.follow(
            `/api/auth/logout/front-channel?${new URLSearchParams({ redirect_uri: page })}`,
          );
          return { page, ends: (way.at(-1)?.location ?? way.at(-1)?.url)?.origin };
        }),
      );

      expect(ends.filter(({ ends: origin }) => origin !== target.url)).toEqual([]);
    },
  );

  test(
    'the realm sends no code to an address that is not registered',
    covers('ENG-8749', { catches: 'AX41b', severity: 'critical' }),
    async ({ httpSession, account }) => {
      const visitor = await httpSession();
      await visitor.signIn(account('viewer'));
      const question = (await visitor.visit('/api/auth/login')).location ?? new URL('about:blank');

      question.searchParams.set('redirect_uri', 'https://evil.example/api/auth/callback');
      const answer = await visitor.visit(question);

      expect(answer).toMatchObject({ status: 400, location: undefined });
    },
  );

  test(
    'a host that a request claims is in no redirect and no link',
    covers('ENG-8749', { catches: 'A14', severity: 'critical', requires: ['grant:sessions'] }),
    async ({ httpSession, account }) => {
      const visitor = await httpSession();
      await visitor.signIn(account('viewer'));

      const answers = [
        await visitor.visit('/api/auth/login?redirect_uri=/models', { headers: claimedHost }),
        await visitor.visit('/api/auth/logout', { method: 'POST', headers: claimedHost }),
        await visitor.visit('/api/auth/logout/front-channel?redirect_uri=/login', { headers: claimedHost }),
      ];

      expect(answers.map(({ status }) => status)).toEqual([302, 200, 302]);
      expect(answers.map(({ location, text }) => `${location} ${text}`).join('\n')).not.toContain('evil');
    },
  );

  test(
    'a request for another host is sent nowhere near it',
    covers('ENG-8749', { catches: 'A14b', severity: 'critical' }),
    async ({ httpSession }) => {
      const visitor = await httpSession();
      const headers = { Host: 'evil.example' };

      const answers = [
        await visitor.visit('/api/auth/login?redirect_uri=/models', { headers }),
        await visitor.visit('/api/auth/logout/front-channel?redirect_uri=/login', { headers }),
        await visitor.visit('/login', { headers }),
      ];

      expect(answers.map(({ location }) => String(location)).join('\n')).not.toContain('evil');
    },
  );

  test(
    'issuer, keys and endpoints of the realm lie where the target is reached',
    covers('ENG-8749', { catches: 'A11', severity: 'critical' }),
    async ({ httpSession, as, account, forge, target }) => {
      const visitor = await httpSession();
      const { access_token: token } = await (await as('anonymous')).auth.token(account('viewer'));
      const iss = String(forge.claims(token).iss);

      const discovered = await visitor.visit(`${iss}/.well-known/openid-configuration`, {
        headers: { ...claimedHost, accept: 'application/json' },
      });

      expect(new URL(iss).origin).toBe(target.url);
      const document = JSON.parse(discovered.text);
      expect(document.issuer).toBe(iss);
      const endpoints = [document.authorization_endpoint, document.token_endpoint, document.jwks_uri];
      expect(endpoints.map((address) => new URL(address).origin)).toEqual(endpoints.map(() => target.url));
    },
  );

  test(
    'a visitor whom the realm knows is not asked again and stays on the short way',
    covers('ENG-8749'),
    async ({ httpSession, account, target }) => {
      const visitor = await httpSession();
      await visitor.signIn(account('viewer'));

      const way = await visitor.startSignIn({ page: '/models' });

      expect(endsAtForm(way)).toBe(false);
      expect(way.length).toBeLessThanOrEqual(hops);
      expect(way.at(-1)?.url.href).toBe(`${target.url}/models`);
    },
  );
});
