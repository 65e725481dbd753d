import { covers, expect, test } from '@uat/fixtures';

test.describe('a file that is entered by hand', () => {
  test(
    'a file that is entered by hand is there until it is removed',
    covers('ENG-8749', { catches: ['M12', 'MX30'], severity: 'critical' }),
    async ({ as, data }) => {
      const admin = await as('admin');

      const { id, name } = await data.modelFile(admin, { size: 7, storage_type: 'file' });

      const file = admin.modelFiles.get(id);
      await expect(file).toMatchContract();
      expect(await file).toMatchObject({ id, name, size: 7 });
      expect((await admin.modelFiles.list()).map((known) => known.id)).toContain(id);
      await expect(admin.modelFiles.remove(id)).toSucceed();
      await expect(admin.modelFiles.get(id)).toBeRejected(404);
      expect((await admin.modelFiles.list()).map((known) => known.id)).not.toContain(id);
    },
  );

  test(
    'a file in OCI storage is entered and listed as one',
    covers('ENG-6537', { catches: ['M5', 'M5b'], severity: 'critical' }),
    async ({ as, data }) => {
      const admin = await as('admin');

      const { id } = await data.modelFile(admin, { storage_type: 'oci' });

      const list = admin.modelFiles.list();
      await expect(list).toMatchContract();
      expect(await list).toContainEqual(expect.objectContaining({ id, storage_type: 'oci' }));
    },
  );

  test(
    'an unknown kind of storage is refused, and no file is entered',
    covers('ENG-6537', { catches: 'MX32', requires: ['grant:models', 'capability:model-files'] }),
    async ({ as }) => {
      const admin = await as('admin');
      const name = `refused-${crypto.randomUUID()}`;

      const entered = admin.modelFiles.create({
        name,
        storage_type: 'tape' as 'file',
        storage_host: 'localhost',
      });

      await expect(entered).toBeRejected(422);
      await expect(entered).toMatchContract();
      expect((await admin.modelFiles.list()).map((file) => file.name)).not.toContain(name);
    },
  );

  test(
    'a file is removed by its owner and administrators only',
    covers('ENG-8749', { catches: 'MX31', severity: 'critical' }),
    async ({ as, data }) => {
      const [admin, user, viewer] = [await as('admin'), await as('user'), await as('viewer')];
      const { id } = await data.modelFile(admin);

      const byUser = user.modelFiles.remove(id);
      const byViewer = viewer.modelFiles.remove(id);

      await expect(byUser).toBeDenied(403);
      await expect(byViewer).toBeDenied(403);
      await expect(admin.modelFiles.get(id)).toSucceed();
    },
  );

  test(
    'a viewer enters no file',
    covers('ENG-8749', { catches: 'MX31', requires: ['grant:models', 'capability:model-files'] }),
    async ({ as }) => {
      const viewer = await as('viewer');

      const entered = viewer.modelFiles.create({ name: 'weights.gguf', storage_host: 'localhost' });

      await expect(entered).toBeDenied(403);
    },
  );

  test(
    'a file that does not exist is refused, and is never a server error',
    covers('ENG-8749', { requires: ['capability:model-files'] }),
    async ({ as }) => {
      const [admin, viewer] = [await as('admin'), await as('viewer')];
      const nowhere = crypto.randomUUID();

      const read = viewer.modelFiles.get(nowhere);

      await expect(read).toBeDeniedOrNotFound();
      await expect(admin.modelFiles.get(nowhere)).toBeRejected(404);
      await expect(admin.modelFiles.get('no-id')).toBeRejected(422);
    },
  );
});
