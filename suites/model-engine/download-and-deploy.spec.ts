import { covers, expect, test, type Requirement } from '@uat/fixtures';

// One after the other, because they all fetch the same model.
test.describe.configure({ mode: 'default' });

const requires: Requirement[] = ['capability:bundled-models'];

test.describe('a model that is to be deployed when its files are here', () => {
  test(
    'it is pending while they come, and then deployed without anybody asking again',
    covers('ENG-5022', { catches: ['MX88', 'MX89', 'MX90'], severity: 'critical', requires }),
    async ({ as, deploymentOf, engine, fetchToDeploy, hubConditions, settled, inProgress }) => {
      const admin = await as('admin');
      const { id, modelId } = await fetchToDeploy(hubConditions({ bandwidth: 300_000 }));
      await inProgress(admin, id);

      const pending = admin.models.pending();
      const early = await admin.serving.deployments({ model_id: modelId });

      await expect(pending).toMatchContract();
      expect((await pending).pending_deployments).toContain(engine.deployable?.repository);
      expect(early, 'deployments of a model whose file is not whole').toEqual([]);
      const deployment = await deploymentOf(modelId);
      expect(await settled(deployment.id)).toMatchObject({ status: 'DEPLOYED', m_file_id: id });
      expect((await admin.models.pending()).pending_deployments).not.toContain(engine.deployable?.repository);
    },
  );

  test(
    'who asks for the files alone gets the files alone',
    covers('ENG-5022', { catches: 'MX91', requires }),
    async ({ as, downloadEnded, engine, fetchToDeploy }) => {
      const admin = await as('admin');
      const { id, modelId } = await fetchToDeploy({}, { deploy_after_download: false });

      await downloadEnded(admin, id);

      expect((await admin.models.pending()).pending_deployments).not.toContain(engine.deployable?.repository);
      expect(await admin.serving.deployments({ model_id: modelId })).toEqual([]);
    },
  );

  test(
    'it is deployed once, however often somebody asks whether it can be',
    covers('ENG-5022', { catches: 'MX92', requires }),
    async ({ as, deploymentOf, downloadEnded, fetchToDeploy, settled }) => {
      const admin = await as('admin');
      const { id, modelId } = await fetchToDeploy({}, { deploy_after_download: false });
      await downloadEnded(admin, id);

      await expect(admin.models.deployAfterDownload(modelId)).toSucceed();
      await expect(admin.models.deployAfterDownload(modelId)).toSucceed();

      const deployment = await deploymentOf(modelId);
      expect(await admin.serving.deployments({ model_id: modelId })).toHaveLength(1);
      expect(await settled(deployment.id)).toMatchObject({ status: 'DEPLOYED' });
    },
  );

  test(
    'asked too early, nothing is deployed',
    covers('ENG-5022', { catches: 'MX94', requires: [...requires, 'capability:hub-conditions'] }),
    async ({ as, fetchToDeploy, hubConditions, inProgress }) => {
      const admin = await as('admin');
      const slow = hubConditions({ bandwidth: 100_000 });
      const { id, modelId } = await fetchToDeploy(slow, { deploy_after_download: false });
      await inProgress(admin, id);

      await expect(admin.models.deployAfterDownload(modelId)).toSucceed();

      expect(await admin.serving.deployments({ model_id: modelId })).toEqual([]);
    },
  );

  test(
    'a pending deployment that comes to nothing is cleaned up, and no other',
    covers('ENG-5022', { catches: ['MX95', 'MX96'], requires: [...requires, 'capability:hub-conditions'] }),
    async ({ as, engine, fetchToDeploy, hubConditions, inProgress }) => {
      const admin = await as('admin');
      const repository = engine.deployable?.repository;
      const { id, modelId } = await fetchToDeploy(hubConditions({ bandwidth: 100_000 }));
      await inProgress(admin, id);

      const early = admin.models.cleanUpDeployments();
      await expect(early).toMatchContract();
      expect((await early).cleaned_flags).not.toContain(modelId);
      expect((await admin.models.pending()).pending_deployments).toContain(repository);
      await admin.modelFiles.cancel(id);
      const { cleaned_count: count, cleaned_flags: cleaned } = await admin.models.cleanUpDeployments();

      expect(cleaned).toContain(modelId);
      expect(count).toBe(cleaned.length);
      expect((await admin.models.pending()).pending_deployments).not.toContain(repository);
    },
  );

  test(
    'only an administrator has models deployed, or pending deployments cleaned up',
    covers('ENG-8749', {
      catches: 'M30d',
      severity: 'critical',
      requires: [
        ...requires,
        'grant:deployments',
        'capability:deploy-after-download',
        'capability:downloads',
        'capability:deployments',
      ],
    }),
    async ({ as, data }) => {
      const user = await as('user');
      const { id } = await data.model();

      const requested = user.models.downloadAndDeploy({ model: 'no-user/no-model' });

      await expect(requested).toBeDenied(403);
      await expect(user.models.deployAfterDownload(id)).toBeDenied(403);
      await expect(user.models.cleanUpDeployments()).toBeDenied(403);
    },
  );

  test(
    'an unknown model, or a file that it does not have, cannot be deployed',
    covers('ENG-5022', {
      catches: 'MX97',
      requires: [
        ...requires,
        'grant:deployments',
        'capability:deploy-after-download',
        'capability:downloads',
        'capability:deployments',
      ],
    }),
    async ({ as, data }) => {
      const admin = await as('admin');
      const { id } = await data.model();

      const nameless = admin.models.deployAfterDownload(crypto.randomUUID());
      const fileless = admin.models.deployAfterDownload(id, { files_to_deploy: ['nothing.gguf'] });

      await expect(nameless).toBeRejected(404);
      await expect(fileless).toBeRejected(422);
    },
  );
});

test.describe('novice mode', () => {
  test(
    'one click fetches and deploys what the guide recommends, until one can talk with it',
    covers('ENG-8749', {
      catches: ['M32', 'MX77', 'MX130'],
      severity: 'critical',
      requires: [...requires, 'capability:deployments', 'model:deployable', 'capability:guide'],
    }),
    async ({ as, consoleAs, data, engine }) => {
      // A download and the start of an engine, one after the other.
      test.slow();
      const { guide } = await as('admin');
      const { repository = '', file = '' } = engine.deployable ?? {};
      const fetched = await data.modelToFetch(repository);
      const recommends = ({ variants = [] }: { variants?: { variant_repo: string }[] }) =>
        variants.some((variant) => variant.variant_repo === repository);
      const entry = (await guide.list()).find(recommends);
      const console = await consoleAs('admin', { fresh: true, at: '/models' });
      const { chatPage, deployments, modelsPage } = console;
      const deployment = deployments.row(repository);

      const asked = await modelsPage.deployRecommended(String(entry?.name));

      expect(asked, 'what the console asked for').toEqual({ model: repository, files: [file], status: 200 });
      await deployments.serves(deployment);
      const { m_files: files } = await fetched();
      expect(files).toContainEqual(
        expect.objectContaining({ name: file, download: true, is_downloading: false }),
      );
      await deployments.chatOf(deployment).click();
      await chatPage.say(engine.prompts.short);
      await expect(chatPage.answers).toHaveText(/\S/);
    },
  );
});
