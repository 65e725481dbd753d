import { covers, expect, test } from '@uat/fixtures';

/** How a browser keeps what only a session at this address may use. */
const heldFor = ({ protocol, hostname }: URL) =>
  expect.objectContaining({
    httpOnly: true,
    secure: protocol === 'https:',
    sameSite: expect.stringMatching(/^(Lax|Strict)$/),
    domain: expect.stringMatching(new RegExp(`^\\.?${RegExp.escape(hostname)}$`)),
  });

/** A browser that is told nothing of other sites decides by itself, and not each as the next. */
const tellsOfOtherSites = expect.stringMatching(/; *SameSite=(Lax|Strict)\b/i);

test.describe('cookies', () => {
  test(
    'the cookies of a session are out of reach of scripts, of other sites and of other hosts',
    covers('ENG-8749', { catches: 'A2', severity: 'blocker' }),
    async ({ httpSession, account, target }) => {
      const visitor = await httpSession();
      const callback = await visitor.obtainCallback(account('viewer'));

      const { cookiesSet, headers } = await visitor.visit(callback);

      const held = (await visitor.cookies()).filter(({ name }) => cookiesSet.includes(name));
      expect(held.map(({ name }) => name)).toContain('access_token');
      expect(held).toEqual(held.map(() => heldFor(new URL(target.url))));
      expect(headers.getSetCookie()).toEqual(headers.getSetCookie().map(() => tellsOfOtherSites));
    },
  );

  test(
    'a renewed session is kept as carefully as the first',
    covers('ENG-8749', { catches: ['A2', 'A12', 'AX73'], severity: 'critical' }),
    async ({ httpSession, account, target }) => {
      const visitor = await httpSession();
      await visitor.signIn(account('viewer'));

      const { status, cookiesSet, headers } = await visitor.visit('/api/auth/refresh', { method: 'POST' });

      expect(status).toBe(200);
      const renewed = (await visitor.cookies()).filter(({ name }) => cookiesSet.includes(name));
      expect(renewed.map(({ name }) => name)).toContain('access_token');
      expect(renewed).toEqual(renewed.map(() => heldFor(new URL(target.url))));
      expect(headers.getSetCookie()).toEqual(headers.getSetCookie().map(() => tellsOfOtherSites));
      expect((await visitor.visit('/api/auth/users/me')).status).toBe(200);
    },
  );

  test(
    'the refresh token goes to the auth service and nowhere else',
    covers('ENG-8749', { catches: 'AX46', severity: 'critical', requires: ['capability:scoped-cookies'] }),
    async ({ httpSession, account }) => {
      const visitor = await httpSession();

      await visitor.signIn(account('viewer'));

      const refreshing = (await visitor.cookies()).filter(({ name }) => name.includes('refresh'));
      expect(refreshing).toEqual([
        expect.objectContaining({ path: expect.stringMatching(/^\/api\/auth(\/|$)/) }),
      ]);
    },
  );

  test(
    'signing out takes every cookie of the session back',
    covers('ENG-6911', { catches: 'AX47', severity: 'critical', requires: ['grant:sessions'] }),
    async ({ httpSession, account }) => {
      const visitor = await httpSession();
      const { cookiesSet } = await visitor.visit(await visitor.obtainCallback(account('viewer')));
      expect(await visitor.cookies()).not.toEqual([]);

      await visitor.visit('/api/auth/logout', { method: 'POST' });

      const names = (await visitor.cookies()).map(({ name }) => name);
      expect(names.filter((name) => cookiesSet.includes(name))).toEqual([]);
      expect((await visitor.visit('/api/auth/users/me')).status).toBe(401);
    },
  );

  test(
    'no address of a sign-in holds a token',
    covers('ENG-8749', { catches: 'AX48', severity: 'blocker' }),
    async ({ httpSession, account }) => {
      const visitor = await httpSession();

      const way = await visitor.signIn(account('viewer'));

      const addresses = way.flatMap(({ url, location }) => [url.href, String(location)]).join('\n');
      const tokens = (await visitor.cookies()).filter(({ name }) => name.includes('token'));
      expect(tokens).not.toEqual([]);
      expect(tokens.filter(({ value }) => addresses.includes(value)).map(({ name }) => name)).toEqual([]);
      expect(addresses).not.toMatch(/\beyJ[\w-]+\.eyJ|[?&#](access|refresh|id)_token=/);
    },
  );

  test(
    'a token in an address signs no one in',
    covers('ENG-8749', { catches: 'AX46b', severity: 'critical' }),
    async ({ httpSession, as, account }) => {
      const visitor = await httpSession();
      const { access_token: token } = await (await as('anonymous')).auth.token(account('viewer'));

      const answers = await Promise.all(
        ['access_token', 'token', 'bearer', 'authorization'].map((name) =>
          visitor.visit(`/api/auth/users/me?${new URLSearchParams({ [name]: token })}`),
        ),
      );

      expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401]);
    },
  );

  test(
    'no script of the console can read a token',
    covers('ENG-8749', { catches: ['A2', 'AX48'], severity: 'blocker' }),
    async ({ consoleAs, account }) => {
      const console = await consoleAs('anonymous');

      await console.signInPage.signIn(account('viewer'));

      await expect(console.heading('Home')).toBeVisible();
      const tokens = await console.tokens();
      const readable = await console.readableByScripts();
      expect(tokens).not.toEqual([]);
      const found = tokens.filter(({ value }) => readable.includes(value));
      expect(found.map(({ name }) => name)).toEqual([]);
    },
  );
});
