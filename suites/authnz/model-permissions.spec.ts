import { covers, expect, test } from '@uat/fixtures';

test.describe('permissions on models', () => {
  test(
    'a viewer cannot delete a model, by force or otherwise',
    covers('ENG-8749', { catches: 'A20', severity: 'critical' }),
    async ({ as, data }) => {
      const viewer = await as('viewer');
      const { id } = await data.model();

      const plain = viewer.models.remove(id);
      const forced = viewer.models.remove(id, { force: true });

      await expect(plain).toBeDenied(403);
      await expect(forced).toBeDenied(403);
      await expect((await as('admin')).models.get(id)).toSucceed();
    },
  );

  test(
    'the owner of a model deletes it, and it stays deleted',
    covers('ENG-8749', {
      catches: ['A20b', 'A25d', 'AX17'],
      severity: 'critical',
    }),
    async ({ as, data }) => {
      const [admin, user] = [await as('admin'), await as('user')];
      const subject = { namespace: 'user', id: (await user.auth.me()).sub };
      const { id } = await data.model();
      const owner = await data.relation({ subject, relation: 'owner', object: { namespace: 'model', id } });

      const removal = user.models.remove(id);

      await expect(removal).toSucceed();
      await expect(removal).toMatchContract();
      const { status } = await admin.models.get(id).response;
      expect([403, 404], `${status} for a model that was deleted`).toContain(status);
      expect((await admin.models.list()).map((model) => model.id)).not.toContain(id);
      await expect(user.relations.check(owner)).toBeDenied(403);
    },
  );

  test(
    'a user does not delete a model of somebody else, not even one that they may see',
    covers('ENG-8749', {
      catches: ['A20c', 'A20e'],
      severity: 'critical',
    }),
    async ({ as, data }) => {
      const [admin, user] = [await as('admin'), await as('user')];
      const subject = { namespace: 'user', id: (await user.auth.me()).sub };
      const [{ id }, seen] = [await data.model(), await data.model()];
      await data.relation({ subject, relation: 'viewer', object: { namespace: 'model', id: seen.id } });

      const unknown = user.models.remove(id);
      const known = user.models.remove(seen.id, { force: true });

      await expect(unknown).toBeDenied(403);
      await expect(known).toBeDenied(403);
      await expect(admin.models.get(id)).toSucceed();
      await expect(admin.models.get(seen.id)).toSucceed();
    },
  );

  test(
    'the user who enters a model owns it, and no one else does',
    covers('ENG-8749', {
      catches: 'A20d',
      requires: ['capability:relations'],
    }),
    async ({ as, data }) => {
      const [admin, user] = [await as('admin'), await as('user')];
      const mine = { namespace: 'user', id: (await admin.auth.me()).sub };
      const theirs = { namespace: 'user', id: (await user.auth.me()).sub };

      const { id } = await data.model();

      const object = { namespace: 'model', id };
      await expect(admin.relations.check({ subject: mine, relation: 'owner', object })).toSucceed();
      await expect(user.relations.check({ subject: theirs, relation: 'owner', object })).toBeDenied(403);
    },
  );

  test(
    'a model that is not there is refused, and is no failure',
    covers('ENG-8749', { catches: 'A21', severity: 'critical', requires: ['capability:models'] }),
    async ({ as }) => {
      const [admin, viewer] = [await as('admin'), await as('viewer')];
      const nowhere = crypto.randomUUID();

      const answers = await Promise.all([
        admin.models.get(nowhere).response,
        viewer.models.get(nowhere).response,
        admin.models.remove(nowhere).response,
      ]);

      for (const { status } of answers)
        expect([403, 404], `${status} for a model that is not there`).toContain(status);
      await expect(viewer.models.get(nowhere)).toMatchContract();
    },
  );

  test(
    'a refusal does not tell whether there is such a model',
    covers('ENG-8749', {
      catches: 'AX18',
      severity: 'critical',
      requires: ['capability:relations'],
    }),
    async ({ as, data }) => {
      const user = await as('user');
      const { id } = await data.model();

      const existing = await user.models.remove(id).response;
      const missing = await user.models.remove(crypto.randomUUID()).response;

      const [told, hidden] = [existing, missing].map(({ status, body }) => ({ status, body }));
      expect(told).toMatchObject({ status: 403 });
      expect(hidden, 'a model that is not there is refused as one that is').toEqual(told);
    },
  );

  test(
    'an id that cannot be one is reported as invalid',
    covers('ENG-8749', { catches: 'A21b', requires: ['capability:models'] }),
    async ({ as }) => {
      const [admin, viewer] = [await as('admin'), await as('viewer')];

      const read = viewer.models.get('not-an-id');
      const removal = admin.models.remove('not-an-id');

      await expect(read).toBeRejected(422);
      await expect(removal).toBeRejected(422);
      await expect(read).toMatchContract();
    },
  );

  test(
    'the owner of a model deletes it in the console',
    covers('ENG-8749', {
      catches: 'A20b',
    }),
    async ({ as, consoleAs, data }) => {
      const subject = { namespace: 'user', id: (await (await as('user')).auth.me()).sub };
      const { id, name } = await data.model();
      await data.relation({ subject, relation: 'owner', object: { namespace: 'model', id } });
      const console = await consoleAs('user', { at: '/models' });

      await console.modelsPage.delete(name);

      await expect(console.modelsPage.deleteDialog).toBeHidden();
      await expect(console.modelsPage.row(name)).toBeHidden();
    },
  );

  test(
    'the console tells a viewer that a model is not theirs to delete, and the model stays',
    covers('ENG-8749', { catches: 'A20' }),
    async ({ as, consoleAs, data }) => {
      const { id, name } = await data.model();
      const console = await consoleAs('viewer', { at: '/models' });

      await console.modelsPage.delete(name);

      await expect(console.modelsPage.deleteDialog.getByRole('alert')).toContainText('may not delete');
      await expect((await as('admin')).models.get(id)).toSucceed();
    },
  );
});
