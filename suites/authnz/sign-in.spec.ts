import { covers, endsAtForm, expect, test } from '@uat/fixtures';

/** What a page says, without its markup, in which a realm's own page names this one sign-in. */
const words = (text: string) => text.replaceAll(/<script[\s\S]*?<\/script>|<[^>]*>/g, ' ').split(/\s+/);

test.describe('sign-in', () => {
  test(
    'the right name and password open the console',
    covers('ENG-8749', { catches: ['A11', 'A12', 'A13b'], severity: 'blocker' }),
    async ({ consoleAs, account }) => {
      const console = await consoleAs('anonymous');

      await console.signInPage.signIn(account('user'));

      await expect(console.heading('Home')).toBeVisible();
      await expect(console.shell.welcome(account('user').username)).toBeVisible();
    },
  );

  test(
    'a wrong password keeps the visitor out',
    covers('ENG-8749', { severity: 'critical' }),
    async ({ consoleAs, account }) => {
      const console = await consoleAs('anonymous');

      await console.signInPage.signIn({ ...account('user'), password: 'not the password' });

      await expect(console.signInPage.alert).toContainText(/invalid username or password/i);
      await expect(console.signInPage.heading).toBeVisible();
      await console.open('/models');
      await expect(console.signInPage.heading).toBeVisible();
    },
  );

  test(
    'an unknown name is refused in the same words',
    covers('ENG-8749', { catches: 'AX78', severity: 'critical' }),
    async ({ consoleAs, account }) => {
      const console = await consoleAs('anonymous');
      await console.signInPage.signIn({ ...account('user'), password: 'not the password' });
      await expect(console.signInPage.alert).toContainText(/invalid username or password/i);
      const sentence = await console.signInPage.alert.innerText();
      await console.open('/models');
      await expect(console.signInPage.heading).toBeVisible();

      await console.signInPage.signIn({ username: 'not-a-user', password: 'not the password' });

      await expect(console.signInPage.alert).toHaveText(sentence);
    },
  );

  test(
    'an unknown name and a wrong password get the same answer for a token',
    covers('ENG-8749', { catches: 'AX49b', severity: 'critical' }),
    async ({ as, account }) => {
      const anyone = await as('anonymous');

      const wrong = await anyone.auth.token({ ...account('viewer'), password: 'not the password' }).response;
      const unknown = await anyone.auth.token({
        username: 'not-a-user',
        password: 'not the password',
      }).response;

      expect(wrong.status).toBe(401);
      expect(unknown.status).toBe(wrong.status);
      expect(unknown.body).toEqual(wrong.body);
      expect([...unknown.headers.keys()]).toEqual([...wrong.headers.keys()]);
    },
  );

  test(
    'the form answers an unknown name and a wrong password alike and stays usable',
    covers('ENG-8749', { catches: 'AX49c', severity: 'critical' }),
    async ({ httpSession, account }) => {
      const visitor = await httpSession();
      const way = await visitor.startSignIn();
      expect(endsAtForm(way)).toBe(true);

      const wrong = await visitor.submit(way, { ...account('viewer'), password: 'not the password' });
      const again = await visitor.startSignIn();
      const unknown = await visitor.submit(again, {
        username: 'not-a-user',
        password: 'not the password',
      });

      expect(unknown.status).toBe(wrong.status);
      expect(words(unknown.text)).toEqual(words(wrong.text));
      expect((await visitor.visit('/api/auth/users/me')).status).toBe(401);
      await visitor.signIn(account('viewer'));
      expect((await visitor.visit('/api/auth/users/me')).status).toBe(200);
    },
  );

  test(
    'the page that was asked for opens after signing in',
    covers('ENG-8749'),
    async ({ consoleAs, account }) => {
      const console = await consoleAs('anonymous', { at: '/models' });

      await console.signInPage.signIn(account('user'));

      await expect(console.heading('Models')).toBeVisible();
    },
  );
});
