import { covers, expect, test } from '@uat/fixtures';

test.describe('passwords', () => {
  test(
    'a password of one’s own that was changed is the only one that counts',
    covers('ENG-8749', { severity: 'critical' }),
    async ({ as, freshUser, newPassword }) => {
      const [anyone, person] = await Promise.all([as('anonymous'), freshUser('viewer')]);
      const password = newPassword();

      const change = person.api.auth.changePassword({
        current_password: person.password,
        new_password: password,
      });

      await expect(change).toMatchContract();
      expect(await change).toEqual({ changed: true });
      await expect(anyone.auth.token({ ...person, password })).toSucceed();
      await expect(anyone.auth.token(person)).toBeDenied(401);
    },
  );

  test(
    'a change of one’s own password ends the other sessions and keeps this one',
    covers('ENG-8749', { catches: 'AX55', severity: 'critical' }),
    async ({ as, freshUser, signIn, newPassword }) => {
      const [anyone, here] = await Promise.all([as('anonymous'), freshUser('viewer')]);
      const elsewhere = await signIn(here);

      await here.api.auth.changePassword({ current_password: here.password, new_password: newPassword() });

      await expect(elsewhere.api.auth.me()).toBeDenied(401);
      await expect(anyone.auth.refresh(elsewhere)).toBeDenied(401);
      await expect(here.api.auth.me()).toSucceed();
      await expect(anyone.auth.refresh(here)).toSucceed();
    },
  );

  test(
    'without the present password there is no new one',
    covers('ENG-8749', { catches: 'AX55b', severity: 'critical' }),
    async ({ as, freshUser, newPassword }) => {
      const [anyone, person] = await Promise.all([as('anonymous'), freshUser('viewer')]);
      const password = newPassword();

      const change = person.api.auth.changePassword({
        current_password: newPassword(),
        new_password: password,
      });

      await expect(change).toBeRejected(400);
      await expect(change).toMatchContract();
      await expect(anyone.auth.token(person)).toSucceed();
      await expect(anyone.auth.token({ ...person, password })).toBeDenied(401);
    },
  );

  test(
    'a password that an administrator sets ends every session of that user',
    covers('ENG-8749', { catches: 'AX55c', severity: 'critical' }),
    async ({ as, freshUser, newPassword }) => {
      const [admin, anyone, person] = await Promise.all([as('admin'), as('anonymous'), freshUser('user')]);
      const password = newPassword();

      await expect(admin.users.setPassword(person.user.id, password)).toMatchContract();

      await expect(person.api.auth.me()).toBeDenied(401);
      await expect(anyone.auth.refresh(person)).toBeDenied(401);
      await expect(anyone.auth.token(person)).toBeDenied(401);
      await expect(anyone.auth.token({ ...person, password })).toSucceed();
      await expect(admin.auth.me()).toSucceed();
    },
  );

  test(
    'eleven characters are too few, for users and administrators alike',
    covers('ENG-8749', { catches: 'AX56' }),
    async ({ as, data, freshUser, newPassword }) => {
      const [admin, person] = await Promise.all([as('admin'), freshUser('viewer')]);
      const eleven = newPassword(11);

      await expect(
        person.api.auth.changePassword({ current_password: person.password, new_password: eleven }),
      ).toBeRejected(422);
      await expect(admin.users.setPassword(person.user.id, eleven)).toBeRejected(422);
      await expect(admin.users.create({ ...data.userDraft('viewer'), password: eleven })).toBeRejected(422);

      await expect(person.api.auth.me()).toSucceed();
    },
  );

  test(
    'twelve characters are enough, for users and administrators alike',
    covers('ENG-8749', { catches: 'AX56b' }),
    async ({ as, data, signIn, newPassword }) => {
      const [admin, anyone] = await Promise.all([as('admin'), as('anonymous')]);
      const first = { ...data.userDraft('viewer'), password: newPassword(12) };
      const [second, third] = [newPassword(12), newPassword(12)];

      const { id } = await admin.users.create(first);
      const { api } = await signIn(first);
      await api.auth.changePassword({ current_password: first.password, new_password: second });
      await expect(anyone.auth.token({ ...first, password: second })).toSucceed();
      await admin.users.setPassword(id, third);

      await expect(anyone.auth.token({ ...first, password: third })).toSucceed();
      await expect(anyone.auth.token({ ...first, password: second })).toBeDenied(401);
    },
  );

  test(
    'a password counts to its last character',
    covers('ENG-8749', { catches: 'AX56c', severity: 'critical' }),
    async ({ as, data, newPassword }) => {
      const [admin, anyone] = await Promise.all([as('admin'), as('anonymous')]);
      const draft = { ...data.userDraft('viewer'), password: newPassword(72) };
      await admin.users.create(draft);

      await expect(anyone.auth.token({ ...draft, password: draft.password.slice(0, -1) })).toBeDenied(401);
      await expect(anyone.auth.token({ ...draft, password: draft.password.toUpperCase() })).toBeDenied(401);
      await expect(anyone.auth.token({ ...draft, password: ` ${draft.password}` })).toBeDenied(401);

      await expect(anyone.auth.token(draft)).toSucceed();
    },
  );

  test(
    'a user who has a password here may change it, and is told so',
    covers('ENG-8749', { catches: 'A22' }),
    async ({ as }) => {
      const user = await as('user');

      const capability = user.auth.passwordCapability();

      await expect(capability).toMatchContract();
      expect(await capability).toMatchObject({ available: true });
    },
  );

  test(
    'a user who signs in elsewhere cannot change a password here, and is told why',
    covers('ENG-8749', {
      catches: ['A22', 'A22b'],
      severity: 'critical',
    }),
    async ({ as, data, signIn, newPassword }) => {
      const [anyone, person] = await Promise.all([as('anonymous'), data.federatedUser('user')]);
      const { api } = await signIn(person);
      const password = newPassword();

      const change = api.auth.changePassword({ current_password: person.password, new_password: password });

      await expect(change).toBeDenied(403);
      expect(await api.auth.passwordCapability()).toEqual({
        available: false,
        reason: expect.stringMatching(/\w+/),
      });
      await expect(anyone.auth.token({ ...person, password })).toBeDenied(401);
      await expect(anyone.auth.token(person)).toSucceed();
      await expect(api.auth.me()).toSucceed();
    },
  );

  test(
    'an administrator cannot set a password for a user who signs in elsewhere',
    covers('ENG-8749', { catches: 'A22' }),
    async ({ as, data, newPassword }) => {
      const [admin, anyone, person] = await Promise.all([
        as('admin'),
        as('anonymous'),
        data.federatedUser('user'),
      ]);
      const password = newPassword();

      await expect(admin.users.setPassword(person.user.id, password)).toBeDenied(403);

      await expect(anyone.auth.token({ ...person, password })).toBeDenied(401);
      await expect(anyone.auth.token(person)).toSucceed();
    },
  );
});
