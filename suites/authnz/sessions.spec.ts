import { covers, expect, test } from '@uat/fixtures';

const models = { method: 'GET', uri: '/api/models/' };

test.describe('sessions', () => {
  test(
    'a purge ends every session of a user, at every entry point',
    covers('ENG-6911', {
      catches: 'A23',
      severity: 'blocker',
      requires: ['grant:sessions', 'capability:sessions'],
    }),
    async ({ as, freshUser, signIn }) => {
      const admin = await as('admin');
      const first = await freshUser('user');
      const second = await signIn(first);

      const purge = admin.sessions.purge({ subject_id: first.user.id });

      await expect(purge).toMatchContract();
      expect((await purge).revoked).toBeGreaterThanOrEqual(2);
      await expect(first.api.auth.me()).toBeDenied(401);
      await expect(second.api.auth.me()).toBeDenied(401);
      await expect(first.api.models.list()).toBeDenied(401);
      await expect(first.api.auth.validate({ ...models, at: 'validate' })).toBeDenied(401);
      await expect(first.api.auth.validate({ ...models, at: 'forward' })).toBeDenied(401);
      await expect(first.api.auth.validate({ ...models, at: 'path' })).toBeDenied(401);
    },
  );

  test(
    'what was purged cannot be refreshed',
    covers('ENG-6911', {
      catches: 'A23',
      severity: 'blocker',
      requires: ['grant:sessions', 'capability:sessions'],
    }),
    async ({ as, freshUser }) => {
      const [admin, anyone, person] = await Promise.all([as('admin'), as('anonymous'), freshUser('user')]);

      await admin.sessions.purge({ subject_id: person.user.id });

      await expect(anyone.auth.refresh(person)).toBeDenied(401);
    },
  );

  test(
    'a purge throws the person out of the browser',
    covers('ENG-6911', {
      catches: ['A23', 'A23b'],
      severity: 'critical',
      requires: ['grant:sessions', 'capability:sessions'],
    }),
    async ({ as, data, consoleAs }) => {
      const [admin, person, console] = await Promise.all([
        as('admin'),
        data.user('user'),
        consoleAs('anonymous'),
      ]);
      await console.signInPage.signIn(person);
      await expect(console.shell.welcome(person.username)).toBeVisible();

      await admin.sessions.purge({ subject_id: person.user.id });

      await console.open('/models');
      await expect(console.signInPage.heading).toBeVisible();
    },
  );

  test(
    'a purge leaves everybody else signed in',
    covers('ENG-6911', {
      catches: 'A23c',
      severity: 'critical',
      requires: ['grant:sessions', 'capability:sessions'],
    }),
    async ({ as, freshUser }) => {
      const [admin, anyone, person, bystander] = await Promise.all([
        as('admin'),
        as('anonymous'),
        freshUser('user'),
        freshUser('user'),
      ]);

      await admin.sessions.purge({ subject_id: person.user.id });

      await expect(bystander.api.auth.me()).toSucceed();
      await expect(anyone.auth.refresh(bystander)).toSucceed();
    },
  );

  test(
    'a purge counts what it ended: the second one finds nothing',
    covers('ENG-6911', {
      catches: 'A23',
      requires: ['grant:sessions', 'capability:sessions'],
    }),
    async ({ as, freshUser }) => {
      const [admin, person] = await Promise.all([as('admin'), freshUser('viewer')]);
      await admin.sessions.purge({ subject_id: person.user.id });

      const again = await admin.sessions.purge({ subject_id: person.user.id });

      expect(again).toEqual({ revoked: 0 });
    },
  );

  test(
    'a user who was purged may sign in again',
    covers('ENG-6911', {
      catches: 'A23',
      requires: ['grant:sessions', 'capability:sessions'],
    }),
    async ({ as, freshUser, signIn }) => {
      const [admin, person] = await Promise.all([as('admin'), freshUser('viewer')]);
      await admin.sessions.purge({ subject_id: person.user.id });

      const again = await signIn(person);

      expect(await again.api.auth.me()).toMatchObject({ username: person.username });
      await expect(person.api.auth.me()).toBeDenied(401);
    },
  );

  test(
    'a purge in another tenant ends nothing here',
    covers('ENG-6911', { requires: ['grant:sessions', 'capability:sessions'] }),
    async ({ as, freshUser }) => {
      const [admin, person] = await Promise.all([as('admin'), freshUser('viewer')]);

      const purge = await admin.sessions.purge({ subject_id: person.user.id, tenant_id: 'elsewhere' });

      expect(purge).toEqual({ revoked: 0 });
      await expect(person.api.auth.me()).toSucceed();
    },
  );

  test(
    'only administrators may purge; users not even themselves',
    covers('ENG-6911', {
      catches: 'A23d',
      severity: 'critical',
      requires: ['grant:sessions', 'capability:sessions'],
    }),
    async ({ as, freshUser }) => {
      const [anyone, person, other] = await Promise.all([
        as('anonymous'),
        freshUser('user'),
        freshUser('viewer'),
      ]);

      await expect(person.api.sessions.purge({ subject_id: other.user.id })).toBeDenied(403);
      await expect(other.api.sessions.purge({ subject_id: other.user.id })).toBeDenied(403);
      await expect(anyone.sessions.purge({ subject_id: other.user.id })).toBeDenied(401);
      await expect(person.api.sessions.end(other.sid)).toBeDenied(403);
      await expect(anyone.sessions.end(other.sid)).toBeDenied(401);

      await expect(other.api.auth.me()).toSucceed();
    },
  );

  test(
    'one session that is ended is over, and its neighbour goes on',
    covers('ENG-6911', {
      catches: ['A23e', 'A23f'],
      severity: 'critical',
      requires: ['grant:sessions', 'capability:sessions'],
    }),
    async ({ as, freshUser, signIn }) => {
      const [admin, anyone, ended] = await Promise.all([as('admin'), as('anonymous'), freshUser('user')]);
      const going = await signIn(ended);

      await expect(admin.sessions.end(ended.sid)).toMatchContract();

      await expect(ended.api.auth.me()).toBeDenied(401);
      await expect(ended.api.auth.validate(models)).toBeDenied(401);
      await expect(anyone.auth.refresh(ended)).toBeDenied(401);
      await expect(going.api.auth.me()).toSucceed();
      await expect(anyone.auth.refresh(going)).toSucceed();
    },
  );

  test(
    'an unknown session is not found',
    covers('ENG-6911', { requires: ['capability:sessions'] }),
    async ({ as }) => {
      const admin = await as('admin');

      const end = admin.sessions.end(crypto.randomUUID());

      await expect(end).toBeRejected(404);
      await expect(end).toMatchContract();
    },
  );
});
