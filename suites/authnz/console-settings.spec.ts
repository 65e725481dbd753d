import { covers, expect, test } from '@uat/fixtures';

test.describe('settings in the console', () => {
  test(
    'a user who is added in the console has the roles that were ticked, and others once they are changed there',
    covers('ENG-8749', { catches: ['AX74', 'AX74b'], severity: 'critical' }),
    async ({ as, data, consoleAs, signIn }) => {
      const [admin, { settingsPage }] = await Promise.all([
        as('admin'),
        consoleAs('admin', { at: '/settings/users' }),
      ]);
      const draft = data.userDraft('user');

      await settingsPage.addUser(draft);

      await expect(settingsPage.userRow(draft.username)).toContainText(draft.email);
      const { sub, roles } = await (await signIn(draft)).api.auth.me();
      expect(roles).toHaveRoles('user');
      await settingsPage.changeRoles(draft.username, 'viewer');
      expect((await admin.users.resolve(sub)).roles).toHaveRoles('viewer');
    },
  );

  test(
    'a password that is set in the console is the only one that counts, and who is removed there is out',
    covers('ENG-8749', { catches: 'AX75', severity: 'critical' }),
    async ({ as, data, consoleAs, newPassword }) => {
      const [anyone, person] = await Promise.all([as('anonymous'), data.user('viewer')]);
      const { settingsPage } = await consoleAs('admin', { at: '/settings/users' });
      const changed = { ...person, password: newPassword() };
      await expect(settingsPage.userRow(person.username)).toBeVisible();

      await settingsPage.setPassword(changed);

      await expect(anyone.auth.token(changed)).toSucceed();
      await expect(anyone.auth.token(person)).toBeDenied(401);
      await settingsPage.removeUser(person.username);
      await expect(settingsPage.userRow(person.username)).toBeHidden();
      await expect(anyone.auth.token(changed)).toBeDenied(401);
    },
  );

  test(
    'users who know their present password change it in the console',
    covers('ENG-8749', { catches: ['AX75', 'AX76'], severity: 'critical' }),
    async ({ as, data, consoleAs, newPassword }) => {
      const [anyone, person, password] = [await as('anonymous'), await data.user('viewer'), newPassword()];
      const console = await consoleAs('anonymous', { at: '/settings/password' });
      const { settingsPage } = console;
      await console.signInPage.signIn(person);

      await settingsPage.changePassword('not the password', password);

      await expect(settingsPage.passwordForm.getByRole('alert')).toContainText(/password/i);
      await expect(anyone.auth.token({ ...person, password })).toBeDenied(401);
      await settingsPage.changePassword(person.password, password);
      await expect(settingsPage.notice).toContainText('changed');
      await expect(anyone.auth.token({ ...person, password })).toSucceed();
      await expect(anyone.auth.token(person)).toBeDenied(401);
    },
  );
});
