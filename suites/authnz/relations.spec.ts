import { covers, expect, type Kamiwaza, test } from '@uat/fixtures';

/** A user as the subject of a relation. */
const subjectOf = async ({ auth }: Kamiwaza) => ({ namespace: 'user', id: (await auth.me()).sub });

test.describe('relations', () => {
  test(
    'a relation holds from when it is stated until it is taken back',
    covers('ENG-8749', {
      catches: 'AX10',
      severity: 'critical',
    }),
    async ({ as, data }) => {
      const [admin, viewer] = [await as('admin'), await as('viewer')];
      const subject = await subjectOf(viewer);

      const tuple = await data.relation({ subject, relation: 'viewer' });
      const stated = viewer.relations.check(tuple);

      await expect(stated).toMatchContract();
      expect(await stated).toMatchObject({ allow: true });
      await admin.relations.remove(tuple);
      await expect(viewer.relations.check(tuple)).toBeDenied(403);
      await expect(admin.relations.check(tuple)).toBeDenied(403);
    },
  );

  test(
    'one relation does not stand for a stronger one, nor for another object',
    covers('ENG-8749', {
      catches: 'AX16',
      severity: 'critical',
    }),
    async ({ as, data }) => {
      const viewer = await as('viewer');
      const subject = await subjectOf(viewer);
      const tuple = await data.relation({ subject, relation: 'viewer' });

      const owner = viewer.relations.check({ ...tuple, relation: 'owner' });
      const dataset = viewer.relations.check({ ...tuple, object: { ...tuple.object, namespace: 'dataset' } });
      const another = viewer.relations.check({
        ...tuple,
        object: { ...tuple.object, id: `${tuple.object.id}-2` },
      });

      await expect(owner).toBeDenied(403);
      await expect(dataset).toBeDenied(403);
      await expect(another).toBeDenied(403);
      await expect(viewer.relations.check(tuple)).toSucceed();
    },
  );

  test(
    'what is taken back from an object is taken back from nothing else',
    covers('ENG-8749', { catches: 'A25d' }),
    async ({ as, data }) => {
      const [admin, viewer] = [await as('admin'), await as('viewer')];
      const subject = await subjectOf(viewer);
      const kept = await data.relation({ subject, relation: 'viewer' });
      const editor = await data.relation({ subject, relation: 'editor' });
      const owner = await data.relation({ subject, relation: 'owner', object: editor.object });

      await admin.relations.removeObject(editor.object);

      await expect(viewer.relations.check(editor)).toBeDenied(403);
      await expect(viewer.relations.check(owner)).toBeDenied(403);
      await expect(viewer.relations.check(kept)).toSucceed();
    },
  );

  test(
    'a relation of another tenant does not count',
    covers('ENG-8749', {
      catches: 'AX11',
      severity: 'critical',
    }),
    async ({ as, data }) => {
      const viewer = await as('viewer');
      const subject = await subjectOf(viewer);

      const tuple = await data.relation({
        subject,
        relation: 'owner',
        tenant_id: 'another-tenant',
      });

      await expect(viewer.relations.check(tuple)).toBeDenied(403);
    },
  );

  test(
    'a caller is in no tenant by claiming to be',
    covers('ENG-8749', {
      catches: ['AX11', 'AX12'],
      severity: 'critical',
    }),
    async ({ as, data }) => {
      const viewer = await as('viewer');
      const subject = await subjectOf(viewer);
      const tuple = await data.relation({
        subject,
        relation: 'owner',
        tenant_id: 'another-tenant',
      });

      const check = viewer.relations.check(tuple, { headers: { 'X-Tenant-Id': 'another-tenant' } });

      await expect(check).toBeDenied(403);
    },
  );

  test(
    'only administrators check the relations of others',
    covers('ENG-8749', {
      catches: 'A25',
      severity: 'critical',
    }),
    async ({ as, data }) => {
      const [admin, user, viewer] = [await as('admin'), await as('user'), await as('viewer')];
      const subject = await subjectOf(user);
      const tuple = await data.relation({ subject, relation: 'viewer' });

      const byViewer = viewer.relations.check(tuple);
      const byAdmin = admin.relations.check(tuple);

      await expect(byViewer).toBeDenied(403);
      await expect(byAdmin).toSucceed();
      await expect(user.relations.check(tuple)).toSucceed();
    },
  );

  test(
    'an unknown relation is rejected',
    covers('ENG-8749', { catches: 'A25b', requires: ['capability:relations'] }),
    async ({ as }) => {
      const viewer = await as('viewer');
      const subject = await subjectOf(viewer);
      const relation = { subject, object: { namespace: 'model', id: 'any' } };

      // @ts-expect-error The contract knows no such relation, and that is the point.
      const check = viewer.relations.check({ ...relation, relation: 'owns' });

      await expect(check).toBeRejected(422);
      await expect(check).toMatchContract();
    },
  );

  test(
    'checking a relation requires signing in',
    covers('ENG-8749', { severity: 'critical', requires: ['capability:relations'] }),
    async ({ as }) => {
      const anyone = await as('anonymous');
      const subject = await subjectOf(await as('viewer'));

      const check = anyone.relations.check({
        subject,
        relation: 'viewer',
        object: { namespace: 'model', id: 'any' },
      });

      await expect(check).toBeDenied(401);
    },
  );

  test(
    'relations and decisions are no business of a viewer or a user',
    covers('ENG-8749', { catches: 'AX15', severity: 'critical', requires: ['capability:relations'] }),
    async ({ as }) => {
      const [user, viewer] = [await as('user'), await as('viewer')];
      const subject = await subjectOf(viewer);
      const object = { namespace: 'model', id: 'any' };
      const tuple = { subject, relation: 'owner', object } as const;

      const changes = [
        viewer.relations.add(tuple),
        user.relations.add(tuple),
        viewer.relations.remove(tuple),
        user.relations.removeObject(object),
      ];

      for (const change of changes) await expect(change).toBeDenied(403);
      await expect(viewer.relations.check(tuple)).toBeDenied(403);
      await expect(viewer.relations.list({ object_namespace: 'model' })).toBeDenied(403);
      await expect(user.relations.list({ object_namespace: 'model' })).toBeDenied(403);
      await expect(viewer.relations.decisions()).toBeDenied(403);
      await expect(user.relations.decisions()).toBeDenied(403);
    },
  );

  test(
    'where relations are off, there is nothing to ask of them',
    covers('ENG-8749', { requires: ['capability:no-relations'] }),
    async ({ as }) => {
      const admin = await as('admin');
      const subject = await subjectOf(admin);

      const check = admin.relations.check({
        subject,
        relation: 'viewer',
        object: { namespace: 'model', id: 'any' },
      });

      await expect(check).toBeRejected(404);
      await expect(admin.relations.list({ object_namespace: 'model' })).toBeRejected(404);
      await expect(admin.relations.decisions()).toBeRejected(404);
    },
  );
});
