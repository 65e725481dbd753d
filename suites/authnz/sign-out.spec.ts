import { bodyOf, covers, endsAtForm, expect, test } from '@uat/fixtures';

test.describe('sign-out', () => {
  test(
    'after signing out the next visit shows the login page',
    covers('ENG-6911', { catches: 'A1', severity: 'critical' }),
    async ({ consoleAs }) => {
      const console = await consoleAs('user', { fresh: true });

      await console.shell.signOut();

      await expect(console.signInPage.heading).toBeVisible();
      await console.open('/models');
      await expect(console.signInPage.heading).toBeVisible();
    },
  );

  test(
    'going back after signing out shows nothing of the session',
    covers('ENG-6911', { catches: 'A1', severity: 'critical' }),
    async ({ consoleAs }) => {
      const console = await consoleAs('user', { fresh: true });
      await console.shell.signOut();
      await expect(console.signInPage.heading).toBeVisible();

      await console.page.goBack();

      await expect(console.signInPage.heading).toBeVisible();
      await expect(console.shell.sidebar).toBeHidden();
    },
  );

  test(
    'signing out in one tab ends the session of the other',
    covers('ENG-6911', { catches: 'A1', severity: 'critical' }),
    async ({ consoleAs }) => {
      const console = await consoleAs('user', { fresh: true });
      const tab = await console.anotherTab();
      await tab.open('/');
      await expect(tab.shell.sidebar).toBeVisible();

      await console.shell.signOut();

      await expect(console.signInPage.heading).toBeVisible();
      await tab.shell.link('Models').click();
      await expect(tab.signInPage.heading).toBeVisible();
    },
  );

  test(
    'a signed-out session cannot be refreshed',
    covers('ENG-6911', { catches: 'A1c', requires: ['grant:sessions'] }),
    async ({ as, account }) => {
      const anyone = await as('anonymous');
      const session = await anyone.auth.token(account('user'));
      const holder = await as({ token: session.access_token });

      await holder.auth.logout();

      await expect(anyone.auth.refresh({ refreshToken: String(session.refresh_token) })).toBeDenied(401);
    },
  );

  test(
    'the realm forgets a visitor who follows the front channel',
    covers('ENG-6911', { catches: 'A1', severity: 'critical', requires: ['grant:sessions'] }),
    async ({ httpSession, account, target }) => {
      const visitor = await httpSession();
      await visitor.signIn(account('viewer'));
      expect(endsAtForm(await visitor.startSignIn())).toBe(false);

      const way = await visitor.signOut();

      expect(way.map(({ url }) => url.origin)).toEqual(way.map(() => target.url));
      expect(way[1]?.url.pathname).toBe('/api/auth/logout/front-channel');
      expect(endsAtForm(await visitor.startSignIn())).toBe(true);
    },
  );

  test(
    'signing out names where to go next, on the target itself',
    covers('ENG-6911', { requires: ['grant:sessions'] }),
    async ({ httpSession, account, target }) => {
      const visitor = await httpSession();
      await visitor.signIn(account('viewer'));

      const answer = await visitor.visit('/api/auth/logout', { method: 'POST' });

      expect(answer.status).toBe(200);
      expect(bodyOf(answer)).toMatchObject({
        front_channel_logout_url: expect.stringContaining(`${target.url}/api/auth/logout/front-channel`),
        post_logout_redirect_uri: expect.stringContaining(`${target.url}/`),
      });
    },
  );

  test(
    'what a browser held before it signed out opens nothing any more',
    covers('ENG-6911', { catches: ['A1b', 'A1e'], severity: 'critical', requires: ['grant:sessions'] }),
    async ({ httpSession, as, account }) => {
      const visitor = await httpSession();
      await visitor.signIn(account('viewer'));
      const held = await visitor.cookies();
      const holder = await as({ token: held.find(({ name }) => name === 'access_token')?.value ?? '' });
      const thief = await httpSession();
      const cookie = held.map(({ name, value }) => `${name}=${value}`).join('; ');
      await expect(holder.auth.me()).toSucceed();
      expect((await thief.visit('/api/auth/users/me', { headers: { cookie } })).status).toBe(200);

      await visitor.visit('/api/auth/logout', { method: 'POST' });

      await expect(holder.auth.me()).toBeDenied(401);
      await expect(holder.auth.validate({ at: 'forward', method: 'GET', uri: '/api/models/' })).toBeDenied(
        401,
      );
      const visits = [
        await thief.visit('/api/auth/users/me', { headers: { cookie } }),
        await thief.visit('/api/auth/refresh', { method: 'POST', headers: { cookie } }),
      ];
      expect(visits.map(({ status }) => status)).toEqual([401, 401]);
    },
  );

  test(
    'signing out of one browser leaves the others signed in',
    covers('ENG-6911', {
      catches: 'A1d',
      severity: 'critical',
      requires: ['grant:sessions'],
    }),
    async ({ httpSession, data }) => {
      const owner = await data.user('viewer');
      const [here, there] = [await httpSession(), await httpSession()];
      await here.signIn(owner);
      await there.signIn(owner);

      await here.signOut();

      expect((await here.visit('/api/auth/users/me')).status).toBe(401);
      expect((await there.visit('/api/auth/users/me')).status).toBe(200);
      expect((await there.visit('/api/auth/refresh', { method: 'POST' })).status).toBe(200);
      expect(endsAtForm(await there.startSignIn())).toBe(false);
    },
  );

  test(
    'somebody who was never signed in may sign out all the same',
    covers('ENG-6911'),
    async ({ as, httpSession, target }) => {
      const anyone = await as('anonymous');
      const visitor = await httpSession();

      const logout = anyone.auth.logout();
      const way = await visitor.signOut();

      await expect(logout).toSucceed();
      await expect(logout).toMatchContract();
      expect(way.at(-1)?.url.origin).toBe(target.url);
    },
  );
});
