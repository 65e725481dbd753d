import { covers, expect, test, type Requirement } from '@uat/fixtures';

// One model after the other, because they all fetch the same one.
test.describe.configure({ mode: 'default' });

/** Bytes a second: what is looked at or cancelled on its way must still be on its way on a busy machine. */
const slow = 60_000;
/** The same, and for one that is waited for until it would be whole. */
const leisurely = 150_000;
const requires: Requirement[] = ['capability:hub'];

test.describe('a download', () => {
  test(
    'a download brings the file that was asked for, whole, and no other',
    covers('ENG-8749', { catches: 'MX24', severity: 'critical', requires }),
    async ({ as, fetchSpare, downloadEnded }) => {
      const user = await as('user');
      const { id, modelId } = await fetchSpare(user);

      const file = await downloadEnded(user, id);

      expect(file, 'a file whose download has ended').toMatchObject({
        download: true,
        download_percentage: 100,
      });
      const { m_files: files = [] } = await user.models.get(modelId);
      const fetched = files.filter((one) => one.download === true).map((one) => one.id);
      expect(fetched, 'the files of the model that were fetched').toEqual([id]);
      await expect(user.models.get(modelId)).toMatchContract();
    },
  );

  test(
    'a download deploys nothing, also when it is asked to',
    covers('ENG-5022', {
      catches: 'M6',
      severity: 'critical',
      requires: [...requires, 'capability:deployments'],
    }),
    async ({ as, data, engine, downloadEnded }) => {
      const user = await as('user');
      const { repository: model, file } = engine.spare;
      const request = { model, files_to_download: [file], deploy_after_download: true };

      const { files, modelId } = await data.download(user, request);

      await downloadEnded(user, String(files[0]));
      const pending = await user.models.pending();
      const flags = JSON.stringify([pending.pending_deployments, pending.deployment_flags]);
      expect(flags, 'what is to be deployed after a mere download').not.toContain(model);
      expect(flags, 'what is to be deployed after a mere download').not.toContain(modelId);
      expect(await user.serving.deployments({ model_id: modelId })).toEqual([]);
    },
  );

  test(
    'the progress of a download is seen by everybody who is signed in',
    covers('ENG-8749', { catches: 'MX25', requires }),
    async ({ as, engine, fetchSpare, hubConditions, inProgress }) => {
      const [user, viewer] = [await as('user'), await as('viewer')];
      const { id } = await fetchSpare(user, hubConditions({ bandwidth: slow }));

      const file = await inProgress(viewer, id);
      const pending = viewer.models.pending();

      expect(file).toMatchObject({ download: true, is_downloading: true });
      expect(file.download_percentage, 'of a file that is not whole yet').toBeLessThan(100);
      await expect(pending).toMatchContract();
      expect((await pending).downloading_models).toContain(engine.spare.repository);
      const statuses = await viewer.modelFiles.downloads();
      expect(statuses).toContainEqual(expect.objectContaining({ id, is_downloading: true }));
    },
  );

  test(
    'a cancelled download has not brought the file, and stays cancelled',
    covers('ENG-8749', { catches: ['M31', 'M31b', 'M31d'], severity: 'critical', requires }),
    async ({ as, fetchSpare, hubConditions, inProgress, fileAfterDeadline }) => {
      const user = await as('user');
      const { id, modelId } = await fetchSpare(user, hubConditions({ bandwidth: leisurely }));
      const file = await inProgress(user, id);

      const cancelled = user.modelFiles.cancel(id);

      await expect(cancelled).toMatchContract();
      expect(await cancelled).toMatchObject({ result: true, file_id: id });
      const gone = { download: false, is_downloading: false };
      expect(await user.modelFiles.get(id), 'a file whose download was given up').toMatchObject(gone);
      const { m_files: files } = await user.models.get(modelId);
      expect(files).toContainEqual(expect.objectContaining({ id, ...gone }));
      expect((await user.modelFiles.cancel(id)).result, 'of a second try to give it up').toBe(false);
      expect(
        await fileAfterDeadline(user, file),
        'a file that was given up, when it would be here',
      ).toMatchObject(gone);
    },
  );

  test(
    'a cancelled download can be started again',
    covers('ENG-8749', { requires }),
    async ({ as, engine, fetchSpare, hubConditions, inProgress, downloadEnded }) => {
      const user = await as('user');
      const { id } = await fetchSpare(user, hubConditions({ bandwidth: slow }));
      await inProgress(user, id);
      await user.modelFiles.cancel(id);

      const { repository: model, file } = engine.spare;
      const again = await user.models.download({ model, files_to_download: [file] });

      const [fetched = ''] = again.files;
      expect(await downloadEnded(user, fetched)).toMatchObject({ download: true, download_percentage: 100 });
    },
  );

  test(
    'all downloads of a model are cancelled at once, and counted',
    covers('ENG-8749', { catches: 'M31c', requires }),
    async ({ as, fetchSpare, hubConditions, inProgress }) => {
      const user = await as('user');
      const { id, modelId } = await fetchSpare(user, hubConditions({ bandwidth: slow }));
      await inProgress(user, id);

      const all = user.modelFiles.cancelAll({ model_id: modelId });

      await expect(all).toMatchContract();
      expect(await all).toMatchObject({
        result: true,
        total_downloads: 1,
        cancelled_count: 1,
        failed_count: 0,
      });
      const { cancelled_count: left } = await user.modelFiles.cancelAll({ model_id: modelId });
      expect(left, 'downloads that a second try gave up').toBe(0);
    },
  );

  test(
    'a file that is being downloaded is not downloaded a second time',
    covers('ENG-8749', { catches: 'MX26', requires }),
    async ({ as, engine, fetchSpare, hubConditions, inProgress }) => {
      const user = await as('user');
      const { id } = await fetchSpare(user, hubConditions({ bandwidth: slow }));
      await inProgress(user, id);

      const { repository: model, file } = engine.spare;
      const again = await user.models.download({ model, files_to_download: [file] });

      expect(again.files).toEqual([id]);
      const { active_downloads: active } = await user.models.pending();
      expect(
        active.filter(({ name }) => name === file),
        `downloads of ${file}`,
      ).toHaveLength(1);
    },
  );

  test(
    'a file whose bytes do not match the hub’s checksum is not kept',
    covers('ENG-8749', {
      catches: 'MX27',
      severity: 'critical',
      requires: [...requires, 'capability:hub-conditions'],
    }),
    async ({ as, fetchSpare, hubConditions, downloadEnded }) => {
      const user = await as('user');

      const { id } = await fetchSpare(user, hubConditions({ spoilt: 1 }));

      const file = await downloadEnded(user, id);
      expect(file, 'a file whose bytes were spoilt').toMatchObject({ download: false });
      expect(file.download_percentage).not.toBe(100);
    },
  );

  test(
    'the progress of a download is seen in the console, where it can be cancelled',
    covers('ENG-8749', {
      catches: ['MX79', 'M31b'],
      severity: 'critical',
      requires: [...requires, 'capability:hub-conditions'],
    }),
    async ({ as, consoleAs, engine, fetchSpare, hubConditions, inProgress }) => {
      const user = await as('user');
      const { file } = engine.spare;
      const { id } = await fetchSpare(user, hubConditions({ bandwidth: slow }));
      await inProgress(user, id);
      const console = await consoleAs('user', { at: '/models' });
      const progress = console.modelsPage.progress(file);

      await expect(progress).toHaveAttribute('aria-valuenow', /^[1-9]\d?$/);
      const seen = String(await progress.getAttribute('aria-valuenow'));
      await expect(progress).not.toHaveAttribute('aria-valuenow', seen);
      await console.modelsPage.cancelDownload(file);

      await expect(progress).toBeHidden();
      expect(await user.modelFiles.get(id)).toMatchObject({ download: false, is_downloading: false });
    },
  );

  test(
    'a model that is removed takes its files with it, also those still being downloaded',
    covers('ENG-2279', { catches: 'MX28', requires }),
    async ({ as, fetchSpare, hubConditions, inProgress }) => {
      const [admin, user] = [await as('admin'), await as('user')];
      const { id, modelId } = await fetchSpare(user, hubConditions({ bandwidth: slow }));
      await inProgress(user, id);

      await expect(admin.models.remove(modelId)).toSucceed();

      await expect(admin.modelFiles.get(id)).toBeRejected(404);
      expect((await admin.modelFiles.list()).map((file) => file.id)).not.toContain(id);
      expect((await admin.modelFiles.downloads()).map((status) => status.id)).not.toContain(id);
    },
  );

  test(
    'a viewer starts no download',
    covers('ENG-8749', {
      catches: ['MX29', 'MX29b'],
      severity: 'critical',
      requires,
    }),
    async ({ as, data, engine }) => {
      const viewer = await as('viewer');
      const { repository: model, file } = engine.spare;
      await data.modelToFetch(model);

      const download = viewer.models.download({ model, files_to_download: [file] });

      await expect(download).toBeDenied(403);
      expect((await viewer.models.pending()).downloading_models).not.toContain(model);
      const repositories = (await viewer.models.list()).map(({ repo_modelId }) => repo_modelId);
      expect(repositories, 'the catalogue').not.toContain(model);
    },
  );

  test(
    'a viewer cancels no download, and it goes on',
    covers('ENG-8749', {
      catches: ['MX29', 'MX29c'],
      severity: 'critical',
      requires,
    }),
    async ({ as, downloadEnded, fetchSpare, hubConditions, inProgress }) => {
      const [user, viewer] = [await as('user'), await as('viewer')];
      const { id, modelId } = await fetchSpare(user, hubConditions({ bandwidth: leisurely }));
      await inProgress(user, id);

      const one = viewer.modelFiles.cancel(id);
      const all = viewer.modelFiles.cancelAll({ model_id: modelId });

      await expect(one).toBeDenied(403);
      await expect(all).toBeDenied(403);
      expect(await downloadEnded(user, id)).toMatchObject({ download: true, download_percentage: 100 });
    },
  );

  test(
    'a file that comes is pushed to the registry, or says why it was not',
    covers('ENG-4385', { requires: [...requires, 'capability:oci-storage'] }),
    async ({ as, downloadEnded, fetchSpare }) => {
      const user = await as('user');
      const { id } = await fetchSpare(user);

      const file = await downloadEnded(user, id);

      const { storage_digest, last_push_error, last_push_error_at } = file;
      expect(`${storage_digest} ${last_push_error} ${last_push_error_at}`).toMatch(
        /^sha256:\w+ null null$|^\S+ .*\w.* \d{4}-\d\d-\d\dT\S+$/,
      );
    },
  );
});

test.describe('a model from the hub', () => {
  test(
    'a model is found on the hub, downloaded, deployed, talked with and stopped',
    covers('ENG-6530', {
      catches: 'MX130',
      severity: 'critical',
      requires,
    }),
    async ({ consoleAs, data, engine }) => {
      // A download and the start of an engine, one after the other.
      test.slow();
      const { repository, file } = engine.spare;
      const fetched = await data.modelToFetch(repository);
      const console = await consoleAs('admin', { at: '/settings/mode' });
      const { chatPage, deployments, modelPage, modelsPage } = console;
      const deployment = deployments.row(repository);
      await console.settingsPage.switchToAdvanced();
      await console.open('/models');

      await modelsPage.search(repository, { exact: true });
      const asked = await modelsPage.download(repository, file);
      const { name } = await fetched();
      await modelsPage.openModel(name);
      await modelPage.waitForFile(file);
      await modelPage.deploy('Default Model Config');
      await deployments.serves(deployment);
      await deployments.chatOf(deployment).click();
      await chatPage.say(engine.prompts.short);
      await expect(chatPage.answers).toHaveText(/\S/);
      await chatPage.backToList();
      await deployments.stop(deployment);

      await expect(deployment).toContainText('STOPPED');
      await expect(deployments.chatOf(deployment)).toBeHidden();
      expect(asked, 'what the console asked for').toEqual({ model: repository, files: [file], status: 200 });
      const { m_files: files = [] } = await fetched();
      const here = files.filter((one) => one.download === true && one.is_downloading === false);
      expect(
        here.map((one) => one.name),
        'the files that were fetched',
      ).toEqual([file]);
    },
  );
});
