import { covers, expect, test } from '@uat/fixtures';

// They change the one guide that a target has, one after the other.
test.describe.configure({ mode: 'default' });

test.describe('the guide', () => {
  test(
    'what the guide recommends is on the hub',
    covers('ENG-8749', {
      catches: 'M32',
      severity: 'critical',
      requires: ['capability:guide', 'capability:hub'],
    }),
    async ({ as }) => {
      const viewer = await as('viewer');

      const guide = viewer.guide.list();

      await expect(guide).toMatchContract();
      const recommended = (await guide)
        .flatMap(({ variants }) => variants)
        .filter(({ variant_type: type, recommended_file: file }) => type === 'gguf' && Boolean(file))
        .slice(0, 4);
      expect(recommended.length, 'variants that recommend a file').toBeGreaterThan(0);
      const offered = await Promise.all(
        recommended.map(async ({ variant_repo: model }) => {
          const files = await viewer.modelFiles.search({ hub: 'HubsHf', model });
          return files.map(({ name }) => name);
        }),
      );
      const missing = recommended.filter(
        ({ recommended_file: file }, at) => !offered[at]?.includes(String(file)),
      );
      expect(missing, 'what is recommended, and not on the hub').toEqual([]);
    },
  );

  test(
    'importing the guide again lists no model twice',
    covers('ENG-8749', { catches: 'M32b', requires: ['grant:config', 'capability:guide'] }),
    async ({ as }) => {
      const admin = await as('admin');
      await admin.guide.import();
      const before = await admin.guide.list();

      const again = admin.guide.import();

      await expect(again).toSucceed();
      await expect(again).toMatchContract();
      const models = (await admin.guide.list()).map((entry) => entry.base_model_id);
      expect(models, 'the models of the guide').toEqual(before.map((entry) => entry.base_model_id));
    },
  );

  test(
    'replacing the guide lists each of its models once',
    covers('ENG-8749', { catches: 'M32b', requires: ['grant:config', 'capability:guide'] }),
    async ({ as }) => {
      const admin = await as('admin');

      await expect(admin.guide.import({ replace: true })).toSucceed();

      const models = (await admin.guide.list()).map((entry) => entry.base_model_id);
      expect(models.length).toBeGreaterThan(0);
      expect(models).toEqual([...new Set(models)]);
    },
  );

  test(
    'a refresh brings the guide up to date and keeps its models',
    // That entries which did not change are touched is known of the embedded platform only.
    covers('ENG-8749', {
      catches: 'M32c',
      requires: ['grant:config', 'capability:guide', 'capability:bundled-models'],
    }),
    async ({ as }) => {
      const admin = await as('admin');
      const before = await admin.guide.list();

      const refresh = admin.guide.refresh();

      await expect(refresh).toSucceed();
      await expect(refresh).toMatchContract();
      const after = await admin.guide.list();
      expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
      const times = [before, after].map(([first]) => Date.parse(String(first?.modified_timestamp)));
      expect(times[1], 'when the guide was last modified').toBeGreaterThan(Number(times[0]));
    },
  );

  test(
    'the guide is changed by administrators only',
    covers('ENG-8749', { catches: ['MX36', 'MX36b'], severity: 'critical', requires: ['capability:guide'] }),
    async ({ as }) => {
      const user = await as('user');
      const before = await user.guide.list();

      await expect(user.guide.import()).toBeDenied(403);
      await expect(user.guide.import({ replace: true })).toBeDenied(403);
      await expect(user.guide.refresh()).toBeDenied(403);
      expect(await user.guide.list(), 'the guide, after changes that were refused').toEqual(before);
    },
  );
});
